'use client';

import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';

type PassengerSelectorProps = {
  names: string[];
  /** Each passenger's seat on the leg that is shown. */
  seats: (string | null)[];
  selected: number;
  onSelect: (passengerIndex: number) => void;
};

/** For whom the next seat is. The number is the one drawn in the seat. */
export function PassengerSelector({ names, seats, selected, onSelect }: PassengerSelectorProps) {
  const t = useTranslations('seats');
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{t('passengers')}</legend>
      <div className="mt-3 flex gap-2 max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 max-lg:py-1 lg:flex-col">
        {names.map((name, index) => {
          const seat = seats[index] ?? null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: passengers are their position in the booking
            <label key={index} className="relative shrink-0 cursor-pointer">
              <input
                type="radio"
                name="passenger"
                checked={index === selected}
                onChange={() => onSelect(index)}
                aria-label={t('passengerState', { name, seat: seat ?? 'none' })}
                className="peer sr-only"
              />
              <span
                className={classNames(
                  'flex min-h-12 items-center gap-2.5 rounded-control border px-3 py-1.5 text-sm',
                  'peer-focus-visible:outline-[2.5px] peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2',
                  index === selected
                    ? 'border-2 border-brand-text bg-brand-soft'
                    : 'border-line-strong bg-surface',
                )}
              >
                <span
                  className={classNames(
                    'figures grid size-7 shrink-0 place-items-center rounded-full text-xs font-semibold',
                    seat === null
                      ? 'border border-dashed border-line-strong text-ink-muted'
                      : 'bg-brand text-on-brand',
                  )}
                >
                  {index + 1}
                </span>
                <span className="min-w-0 flex-1 truncate lg:max-w-36">{name}</span>
                <span
                  className={classNames(
                    'figures font-semibold',
                    seat === null && 'font-normal text-ink-muted',
                  )}
                >
                  {seat ?? t('noSeat')}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
