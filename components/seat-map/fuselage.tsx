import type { ReactNode } from 'react';
import { airlineTints } from '@/components/layout/airline-tints';
import { classNames } from '@/components/ui/class-names';
import type { AirlineCode } from '@/server/domain/airline-code';

type FuselageProps = {
  airline: AirlineCode;
  caption: string;
  /** Without colour: to look at, not to choose from. */
  isFaded: boolean;
  children: ReactNode;
};

/** The aeroplane from above around its cabin: nose, walls and tail, in the operating airline's colour. */
export function Fuselage({ airline, caption, isFaded, children }: FuselageProps) {
  return (
    <div className={classNames('@container mx-auto w-full max-w-[25rem]', isFaded && 'grayscale')}>
      <div
        className={classNames(
          'rounded-t-[50%_9rem] rounded-b-[3rem] border border-line-strong/60 px-4 pb-10 sm:px-6',
          airlineTints[airline].soft,
        )}
      >
        <div className="flex flex-col items-center gap-2 pt-7 pb-5">
          <svg
            viewBox="0 0 120 26"
            fill="currentColor"
            aria-hidden="true"
            className={classNames('w-28', airlineTints[airline].text)}
          >
            <path d="M4 24C14 12 32 5 57 3v17C38 20 18 21 4 24Z" opacity="0.75" />
            <path d="M116 24C106 12 88 5 63 3v17c19 0 39 1 53 4Z" opacity="0.75" />
          </svg>
          <p className="text-xs font-medium text-ink-muted">{caption}</p>
        </div>
        {children}
      </div>
    </div>
  );
}
