import type { ReactNode } from 'react';
import { AirlineName } from '@/components/layout/airline-name';
import { airlineTints } from '@/components/layout/airline-tints';
import { classNames } from '@/components/ui/class-names';
import type { LegLabel } from './leg-label';

/** One leg in its airline's colour: when and where from and to, on which flight; details beside and under it. */
export function LegLine({
  label,
  aside,
  children,
}: {
  label: LegLabel;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex gap-4">
      <span
        aria-hidden="true"
        className={classNames('w-1.5 shrink-0 rounded-full', airlineTints[label.airline].solid)}
      />
      <div className="min-w-0 flex-1 py-0.5">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <p className="figures text-lg leading-snug font-semibold">
              <LegEnd time={label.departs} place={label.from} />
              <span aria-hidden="true" className="mx-2 text-ink-muted max-sm:hidden">
                →
              </span>
              <LegEnd time={label.arrives} dayOffset={label.dayOffset} place={label.to} />
            </p>
            <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-muted">
              <AirlineName airline={label.airline} />
              <span className="figures">{label.flight}</span>
              <span>{label.date}</span>
            </p>
          </div>
          {aside}
        </div>
        {children}
      </div>
    </div>
  );
}

type LegEndProps = { time: string; dayOffset?: string; place: LegLabel['from'] };

function LegEnd({ time, dayOffset, place }: LegEndProps) {
  return (
    <span className="max-sm:block">
      {time}
      {dayOffset && <sup className="text-xs text-warning">{dayOffset}</sup>} {place.city}{' '}
      <span className="text-sm font-normal text-ink-muted">{place.iata}</span>
    </span>
  );
}
