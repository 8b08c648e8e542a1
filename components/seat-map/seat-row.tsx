'use client';

import { Icon } from '@/components/ui/icon';
import { type LegSeats, shownState } from './leg-seats';
import { SeatCell } from './seat-cell';
import type { SeatMapData } from './seat-map-data';
import type { SeatWords } from './seat-words';

type SeatRowProps = {
  leg: LegSeats;
  row: SeatMapData['rows'][number];
  /** Designators by column, null where the row has no seat. */
  cells: (string | null)[];
  /** How many columns lie left of the aisle. */
  aisleColumn: number;
  words: SeatWords;
  tabStop: string | null;
  onPress: (designator: string) => void;
  onFocus: (designator: string) => void;
};

/** One row of the cabin; its number stands in the aisle and heads the row. */
export function SeatRow({ leg, row, cells, aisleColumn, words, tabStop, onPress, onFocus }: SeatRowProps) {
  const drawn = cells.map((designator, column) => {
    const seat = row.seats.find((one) => one.designator === designator);
    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its index, and columns never move
    if (!seat) return <td key={column} className="size-(--seat-size)" />;
    return (
      <td key={seat.designator} className="p-0">
        <SeatCell
          seat={seat}
          shown={shownState(leg, seat)}
          passengerIndex={leg.assigned.indexOf(seat.designator)}
          words={words}
          isTabStop={seat.designator === tabStop}
          isSilent={leg.silent}
          onPress={onPress}
          onFocus={onFocus}
        />
      </td>
    );
  });
  return (
    <tr className="relative">
      {drawn.slice(0, aisleColumn)}
      <th scope="row" className="figures text-center text-xs font-medium text-ink-muted">
        {row.row}
        {row.exit && <ExitMarks />}
      </th>
      {drawn.slice(aisleColumn)}
    </tr>
  );
}

/** Arrows at both walls of an exit row; each seat's name says it in words. */
function ExitMarks() {
  const place = 'absolute top-1/2 size-5 -translate-y-1/2 text-positive';
  return (
    <>
      <Icon name="chevron-left" className={`${place} -left-5`} />
      <Icon name="chevron-right" className={`${place} -right-5`} />
    </>
  );
}
