import { classNames } from './class-names';

/** The place of something that is on its way. Give it the size of what comes, so that nothing moves. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={classNames('animate-shimmer rounded-control bg-line', className)} />
  );
}
