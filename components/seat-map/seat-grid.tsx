'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { LegSeats } from './leg-seats';
import { type SeatMapData, seatsOfMap } from './seat-map-data';
import { SeatRow } from './seat-row';
import type { SeatWords } from './seat-words';
import { useSeatKeys } from './use-seat-keys';

type SeatGridProps = {
  leg: LegSeats;
  seatMap: SeatMapData;
  /** `Assentos do voo RM 1234, Rio Branco para Brasília`. */
  label: string;
  words: SeatWords;
  onPress: (designator: string) => void;
};

/** The cabin as a grid with one Tab stop: arrows walk it, Home, End and the page keys jump, typed `12C` goes there. */
export function SeatGrid({ leg, seatMap, label, words, onPress }: SeatGridProps) {
  const t = useTranslations('seats');
  const entry = leg.assigned.find((seat) => seat !== null) ?? firstFree(seatMap);
  const { table, grid, tabStop, onKeyDown, onSeatFocus } = useSeatKeys(seatMap, entry);
  const aisleColumn = seatMap.letters.indexOf(seatMap.aisleAfter) + 1;

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are operated
      role="grid"
      aria-label={label}
      aria-describedby="seat-grid-hint"
      onKeyDown={onKeyDown}
      style={{ '--seat-columns': grid.letters.length } as CSSProperties}
      className="mx-auto border-separate border-spacing-1 [--seat-size:clamp(1.75rem,calc((100cqi-4rem)/var(--seat-columns)-0.25rem),2.75rem)] lg:[--seat-size:2.5rem]"
    >
      <thead>
        <tr className="text-sm text-ink-muted">
          {grid.letters.slice(0, aisleColumn).map(columnHeader)}
          <th scope="col" className="w-8">
            <span className="sr-only">{t('rowHeader')}</span>
          </th>
          {grid.letters.slice(aisleColumn).map(columnHeader)}
        </tr>
      </thead>
      <tbody>
        {seatMap.rows.map((row, rowIndex) => (
          <SeatRow
            key={row.row}
            leg={leg}
            row={row}
            cells={grid.cells[rowIndex] ?? []}
            aisleColumn={aisleColumn}
            words={words}
            tabStop={tabStop}
            onPress={onPress}
            onFocus={onSeatFocus}
          />
        ))}
      </tbody>
    </table>
  );
}

function columnHeader(letter: string) {
  return (
    <th key={letter} scope="col" className="h-8 font-semibold">
      {letter}
    </th>
  );
}

function firstFree(seatMap: SeatMapData): string | null {
  return seatsOfMap(seatMap).find((seat) => seat.state === 'free')?.designator ?? null;
}
