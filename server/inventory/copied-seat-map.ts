import { and, eq, gte } from 'drizzle-orm';
import { cabins, draftHolds, legs } from '@/db/schema';
import type { Airline } from '../airline';
import { type LegId, operatingAirline } from '../domain/leg';
import { readFreshness } from '../replication/freshness';
import { drawSeatMap, type SeatState } from './draw-seat-map';
import type { SeatMap } from './messages';

type Viewing = { legId: LegId; bookingDraftId: string | null };

/**
 * The seats of a peer's leg as it had last published them, for its silence: nothing of them can be chosen. What the
 * viewer's draft was granted is held, published or not. Null when the leg, its cabin or the hour is not known here.
 */
export async function copiedSeatMap(
  airline: Airline,
  { legId, bookingDraftId }: Viewing,
): Promise<SeatMap | null> {
  const [[copy], freshness, granted] = await Promise.all([
    airline.db
      .select({ leg: legs, cabin: cabins.layout })
      .from(legs)
      .innerJoin(cabins, and(eq(cabins.airline, legs.airline), eq(cabins.code, legs.cabin)))
      .where(eq(legs.legId, legId)),
    readFreshness(airline),
    bookingDraftId ? readGrantedSeats(airline, { legId, bookingDraftId }) : [],
  ]);
  const { asOf } = freshness[operatingAirline(legId)];
  if (!copy || !asOf) return null;
  const taken = new Set(copy.leg.takenSeats);
  const held = new Set([...copy.leg.heldSeats, ...granted]);
  const stateOf = (seat: string): SeatState => {
    if (taken.has(seat)) return 'taken';
    return held.has(seat) ? 'held' : 'free';
  };
  return drawSeatMap({ leg: { ...copy.leg, cabin: copy.cabin }, stateOf }, { state: 'offline', asOf });
}

/** Seats that the owner held for the draft, by the receipt that this site keeps. */
async function readGrantedSeats(
  airline: Airline,
  { legId, bookingDraftId }: { legId: LegId; bookingDraftId: string },
): Promise<string[]> {
  const receipts = await airline.db
    .select({ seats: draftHolds.seats })
    .from(draftHolds)
    .where(
      and(
        eq(draftHolds.bookingDraftId, bookingDraftId),
        eq(draftHolds.legId, legId),
        gte(draftHolds.holdUntil, airline.clock.now()),
      ),
    );
  return receipts.flatMap(({ seats }) => seats);
}
