import Link from 'next/link';
import { Icon } from '@/components/ui/icon';

type ArrowLinkProps = {
  href: string;
  /** Its name and its tooltip. */
  label: string;
  points: 'left' | 'right';
  /** Whether it leads on at all. At the end it stays, so that who came by keyboard keeps the focus, and leads to where one is. */
  isEnd: boolean;
};

/** A step back or on in time. */
export function ArrowLink({ href, label, points, isEnd }: ArrowLinkProps) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-label={label}
      aria-disabled={isEnd || undefined}
      title={label}
      className="grid size-10 place-items-center rounded-button text-brand-text transition-colors duration-150 hover:bg-brand-soft aria-disabled:cursor-not-allowed aria-disabled:bg-transparent aria-disabled:opacity-35 pointer-coarse:size-11"
    >
      <Icon name={`chevron-${points}`} />
    </Link>
  );
}
