import { type Cabin, rowsOf, seatsOf, surchargeCents } from '@/server/domain/cabin';
import { legIdSchema } from '@/server/domain/leg';
import type { SeatMapData, SeatState } from '../seat-map-data';

/** A small A320-like cabin, 3–3, exits in rows 5 and 6, surcharges in front. */
export const testCabin: Cabin = {
  code: '320-60',
  name: 'Airbus A320',
  letters: 'ABCDEF',
  aisleAfter: 'C',
  firstRow: 1,
  lastRow: 16,
  skippedRows: [13],
  exitRows: [10],
  extraLegroomRows: [1, 10],
  fixedBackRows: [9, 16],
  absentSeats: ['10A', '10F'],
};

/** The map of `cabin` with every seat free, except those named in `states`. */
export function buildSeatMap(states: Record<string, SeatState> = {}, cabin: Cabin = testCabin): SeatMapData {
  const seats = seatsOf(cabin);
  return {
    legId: legIdSchema.parse('giro:1234:2026-12-10:BSB'),
    airline: 'giro',
    state: 'live',
    asOf: '2026-12-01T12:00:00.000Z',
    aircraft: '320',
    cabinName: cabin.name,
    letters: cabin.letters,
    aisleAfter: cabin.aisleAfter,
    rows: rowsOf(cabin).map((row) => ({
      row,
      exit: cabin.exitRows.includes(row),
      seats: seats
        .filter((seat) => seat.row === row)
        .map((seat) => ({
          designator: seat.designator,
          state: states[seat.designator] ?? 'free',
          features: seat.features,
          surchargeCents: surchargeCents(seat),
        })),
    })),
  };
}

/** States that make every seat of `rows` taken but those in `free`. */
export function onlyFree(free: string[], cabin: Cabin = testCabin): Record<string, SeatState> {
  const taken = seatsOf(cabin).filter((seat) => !free.includes(seat.designator));
  return Object.fromEntries(taken.map((seat) => [seat.designator, 'taken' as const]));
}
