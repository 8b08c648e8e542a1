import { type Cabin, rowsOf, seatsOf, surchargeCents } from '../domain/cabin';
import { type LegId, operatingAirline } from '../domain/leg';
import type { SeatMap, seatStates } from './messages';

export type SeatState = (typeof seatStates)[number];

export type SeatMapSource = {
  leg: { legId: LegId; aircraft: string; cabin: Cabin };
  stateOf(designator: string): SeatState;
};

/** Every seat of a leg's cabin, row by row, in the state that the source knows. */
export function drawSeatMap({ leg, stateOf }: SeatMapSource, told: Pick<SeatMap, 'state' | 'asOf'>): SeatMap {
  const { legId, aircraft, cabin } = leg;
  const seats = seatsOf(cabin).map((seat) => ({
    row: seat.row,
    designator: seat.designator,
    state: stateOf(seat.designator),
    features: seat.features,
    surchargeCents: surchargeCents(seat),
  }));
  return {
    legId,
    airline: operatingAirline(legId),
    ...told,
    aircraft,
    cabinName: cabin.name,
    letters: cabin.letters,
    aisleAfter: cabin.aisleAfter,
    rows: rowsOf(cabin).map((row) => ({
      row,
      exit: cabin.exitRows.includes(row),
      seats: seats.filter((seat) => seat.row === row).map(({ row: _row, ...seat }) => seat),
    })),
  };
}
