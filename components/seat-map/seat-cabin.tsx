'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LegLabel } from '@/components/booking/leg-label';
import { formatInstantTime } from '@/components/format/instant';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Fuselage } from './fuselage';
import type { LegSeats } from './leg-seats';
import { SeatGrid } from './seat-grid';
import { SeatList } from './seat-list';
import type { SeatWords } from './seat-words';

const views = ['map', 'list'] as const;

type SeatCabinProps = {
  leg: LegSeats;
  label: LegLabel;
  words: SeatWords;
  onPress: (designator: string) => void;
  onRetry: () => void;
};

/** One leg's seats, as a map or as a list; and plain words when its airline does not answer. */
export function SeatCabin({ leg, label, words, onPress, onRetry }: SeatCabinProps) {
  const t = useTranslations('seats');
  const [view, setView] = useState<(typeof views)[number]>('map');
  const { seatMap } = leg;

  return (
    <div className="space-y-5">
      {seatMap === null && <SilentAirline leg={leg} label={label} onRetry={onRetry} />}
      {seatMap && (
        <>
          <fieldset className="mx-auto flex w-fit rounded-button border border-line-strong bg-surface p-0.5">
            <legend className="sr-only">{t('view.label')}</legend>
            {views.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={view === one}
                onClick={() => setView(one)}
                className={classNames(
                  'min-h-9 rounded-button px-5 text-sm font-semibold',
                  view === one ? 'bg-brand text-on-brand' : 'text-ink-muted hover:text-ink',
                )}
              >
                {t(`view.${one}`)}
              </button>
            ))}
          </fieldset>
          {view === 'map' && (
            <button
              type="button"
              onClick={() => setView('list')}
              className="sr-only rounded-button bg-brand px-4 py-2 font-semibold text-on-brand focus:not-sr-only focus:mx-auto focus:block"
            >
              {t('skipToList')}
            </button>
          )}
          {view === 'map' ? (
            <Fuselage airline={label.airline} caption={t('front')} isFaded={leg.silent}>
              <SeatGrid
                leg={leg}
                seatMap={seatMap}
                label={t('gridLabel', { flight: label.flight, from: label.from.city, to: label.to.city })}
                words={words}
                onPress={onPress}
              />
            </Fuselage>
          ) : (
            <SeatList
              leg={leg}
              seatMap={seatMap}
              title={t('list.title', { flight: label.flight })}
              words={words}
              onPress={onPress}
            />
          )}
          <p id="seat-grid-hint" className="text-center text-sm text-ink-muted max-lg:sr-only">
            {t('gridHint')}
          </p>
        </>
      )}
    </div>
  );
}

function SilentAirline({ leg, label, onRetry }: Pick<SeatCabinProps, 'leg' | 'label' | 'onRetry'>) {
  const t = useTranslations('seats.silent');
  return (
    <Alert tone="warning" title={t('title', { airline: label.airlineName })}>
      <p>{t('noMap')}</p>
      {leg.holdUntil && <p>{t('held', { time: formatInstantTime(leg.holdUntil) })}</p>}
      <Button size="small" variant="secondary" onClick={onRetry} className="mt-2">
        {t('retry')}
      </Button>
    </Alert>
  );
}
