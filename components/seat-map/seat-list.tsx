'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type LegSeats, shownState } from './leg-seats';
import { isPressable } from './seat-look';
import { type SeatMapData, seatsOfMap } from './seat-map-data';
import type { SeatWords } from './seat-words';

const positions = ['window', 'aisle', 'middle'] as const;

type SeatListProps = {
  leg: LegSeats;
  seatMap: SeatMapData;
  title: string;
  words: SeatWords;
  onPress: (designator: string) => void;
};

/** The same seats as a list of buttons, for whom a map says little: free ones and ours, filtered by position. */
export function SeatList({ leg, seatMap, title, words, onPress }: SeatListProps) {
  const t = useTranslations('seats');
  const [position, setPosition] = useState<(typeof positions)[number] | 'any'>('any');
  const seats = seatsOfMap(seatMap)
    .map((seat) => ({ seat, shown: shownState(leg, seat) }))
    .filter(({ shown }) => isPressable(shown) || shown === 'holding' || shown === 'releasing')
    .filter(({ seat }) => position === 'any' || seat.features.includes(position));

  return (
    <section aria-labelledby="seat-list" className="rounded-card border border-line bg-surface p-4 sm:p-6">
      <h2 id="seat-list" tabIndex={-1} className="mb-4 font-semibold">
        {title}
      </h2>
      <Field id="seat-list-position" label={t('list.position')} className="mb-4 max-w-60">
        {(control) => (
          <Select
            {...control}
            value={position}
            onChange={(event) => setPosition(positions.find((one) => one === event.target.value) ?? 'any')}
          >
            <option value="any">{t('list.any')}</option>
            {positions.map((one) => (
              <option key={one} value={one}>
                {t(`feature.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {seats.length === 0 && <p className="text-ink-muted">{t('list.empty')}</p>}
      <ul className="max-h-[70vh] divide-y divide-line overflow-y-auto">
        {seats.map(({ seat, shown }) => (
          <li key={seat.designator} className="flex items-center gap-3 py-2 pr-1">
            <span className="figures w-10 font-semibold">{seat.designator}</span>
            <span className="min-w-0 flex-1 text-sm text-ink-muted">
              {words.features(seat)} · {words.price(seat)}
              {shown !== 'free' && ` · ${words.state(shown, leg.assigned.indexOf(seat.designator))}`}
            </span>
            <Button
              size="small"
              variant={shown === 'mine' ? 'primary' : 'secondary'}
              aria-disabled={leg.silent || !isPressable(shown) || undefined}
              onClick={() => onPress(seat.designator)}
            >
              {t(shown === 'mine' ? 'list.release' : 'list.choose', { seat: seat.designator })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
