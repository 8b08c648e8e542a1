'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { type SeatPreference, seatPreferences } from './choose-seats';

type ChooseForMeProps = {
  passengerCount: number;
  hasSeveralLegs: boolean;
  onChoose: (scope: 'leg' | 'trip', preference: SeatPreference) => void;
};

/** "Escolher por mim": one wish, for this leg or for all. */
export function ChooseForMe({ passengerCount, hasSeveralLegs, onChoose }: ChooseForMeProps) {
  const t = useTranslations('seats.choose');
  const offered = seatPreferences.filter((preference) => passengerCount > 1 || preference !== 'together');
  const [preference, setPreference] = useState<SeatPreference>(passengerCount > 1 ? 'together' : 'window');
  return (
    <section aria-labelledby="choose-for-me">
      <h2 id="choose-for-me" className="text-sm font-semibold">
        {t('title')}
      </h2>
      <p className="mt-0.5 text-sm text-ink-muted max-lg:sr-only">{t('hint')}</p>
      <fieldset className="mt-3">
        <legend className="sr-only">{t('preference')}</legend>
        <div className="flex rounded-control border border-line-strong bg-surface p-0.5">
          {offered.map((one) => (
            <label key={one} className="relative flex-1 cursor-pointer">
              <input
                type="radio"
                name="preference"
                value={one}
                checked={preference === one}
                onChange={() => setPreference(one)}
                className="peer sr-only"
              />
              <span
                className={classNames(
                  'flex min-h-10 items-center justify-center rounded-[calc(var(--control-radius)-0.125rem)] px-2 text-sm font-medium',
                  'peer-focus-visible:outline-[2.5px] peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2',
                  preference === one ? 'bg-brand text-on-brand' : 'text-ink-muted hover:text-ink',
                )}
              >
                {t(one)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          variant="secondary"
          onClick={() => onChoose('leg', preference)}
          className="flex-1"
        >
          {t('thisLeg')}
        </Button>
        {hasSeveralLegs && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => onChoose('trip', preference)}
            className="flex-1"
          >
            {t('everyLeg')}
          </Button>
        )}
      </div>
    </section>
  );
}
