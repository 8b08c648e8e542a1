import { classNames } from '@/components/ui/class-names';
import type { FareLevel } from './fare-level';

const levels = [1, 2, 3] as const;

/** One bar for a low fare, three for a high one; the fare stands beside it. */
export function FareBars({ level }: { level: FareLevel }) {
  return (
    <span aria-hidden="true" className={classNames('flex gap-0.5', level === 1 && 'text-positive')}>
      {levels.map((bar) => (
        <span
          key={bar}
          className={classNames('h-1 w-2 rounded-full bg-current sm:w-2.5', bar > level && 'opacity-20')}
        />
      ))}
    </span>
  );
}
