import { freeSeatsNear, type LegSeats, withLostSeat, withoutPending } from './leg-seats';
import { isLostRace, type SeatRefusal } from './seat-service';

/** How many free neighbours are offered for a lost seat: as many as fit one line on a phone. */
const offeredNeighbours = 3;

type Notice =
  | { kind: 'lost'; seat: string; refusal: SeatRefusal; near: string[] }
  | { kind: 'refused'; refusal: SeatRefusal };

/** A leg after its airline said no to a request about `seats`, and what the customer is told. */
export function afterRefusal(
  asked: LegSeats,
  seats: string[],
  refusal: SeatRefusal,
): { leg: LegSeats; notice: Notice } {
  const leg = withoutPending(asked, seats);
  const seat = refusal.seat ?? seats[0];
  if (seat !== undefined && isLostRace(refusal)) {
    const flipped = withLostSeat(leg, seat);
    const near = freeSeatsNear(flipped, seat, offeredNeighbours);
    return { leg: flipped, notice: { kind: 'lost', seat, refusal, near } };
  }
  const silent = leg.silent || refusal.code === 'AIRLINE_OFFLINE';
  return { leg: { ...leg, silent }, notice: { kind: 'refused', refusal } };
}
