import { and, eq, gte } from 'drizzle-orm';
import { draftHolds } from '@/db/schema';
import type { Airline } from '../airline';
import { findSeat } from '../domain/cabin';
import type { Leg, LegId } from '../domain/leg';
import type { Contact, Passenger } from '../domain/passenger';
import { freeCancellationDeadline } from '../domain/passenger-rights';
import { findLegs } from '../search/find-legs';
import { type LegView, legView } from '../search/leg-view';
import { type DraftKey, getDraftRow } from './draft-access';
import { type DraftObstacle, findObstacle } from './draft-obstacle';
import { findDraftPurchase } from './draft-purchase';
import { type CabinOfLeg, type Quote, quoteIn, readCabins } from './quote';
import type { DraftDetails } from './save-draft-details';

export type Draft = {
  id: string;
  legs: LegView[];
  passengerCount: number;
  holds: { legId: LegId; seats: string[]; holdUntil: string }[];
  details: { passengers: Passenger[]; contact: Contact } | null;
  quote: Quote;
  freeCancellation: { deadline: string } | { reason: 'DEPARTS_WITHIN_7_DAYS' };
  /** Why this trip cannot be bought any more, whatever the seats; another one has to be found. */
  obstacle: DraftObstacle | null;
  /** Set once the customer has bought: the page then shows that transaction. A refused purchase is none. */
  purchase: { globalTransactionId: string } | null;
};

/** A customer's unfinished purchase with its full price now. Throws `DRAFT_UNKNOWN` for anybody but its owner. */
export async function getDraft(airline: Airline, key: DraftKey): Promise<Draft> {
  const row = await getDraftRow(airline, key);
  const now = airline.clock.now();
  const legs = await findLegs(airline, row.legIds);
  const cabinOf = await readCabins(airline, legs);
  const holds = await readHolds(airline, row.id, { legs, cabinOf, now });
  const seats = new Map(holds.map((hold) => [hold.legId, hold.seats]));
  return {
    id: row.id,
    legs: legs.map(legView),
    passengerCount: row.passengerCount,
    holds,
    details: row.details as DraftDetails | null,
    quote: quoteIn(cabinOf, legs, { passengerCount: row.passengerCount, seats }),
    freeCancellation: freeCancellationOf(legs, now),
    obstacle: findObstacle(legs, now),
    purchase: await findDraftPurchase(airline, row),
  };
}

type HeldOn = { legs: readonly Leg[]; cabinOf: CabinOfLeg; now: Date };

/** What is held for a draft on its legs. A seat that another aircraft has not got is held by nobody, whatever was granted. */
async function readHolds(airline: Airline, draftId: string, { legs, cabinOf, now }: HeldOn) {
  const granted = await airline.db
    .select()
    .from(draftHolds)
    .where(and(eq(draftHolds.bookingDraftId, draftId), gte(draftHolds.holdUntil, now)));
  return legs.flatMap((leg) => {
    const hold = granted.find(({ legId }) => legId === leg.legId);
    const cabin = cabinOf(leg);
    if (!hold || !cabin) return [];
    const seats = hold.seats.filter((seat) => findSeat(cabin, seat));
    return seats.length > 0 ? [{ legId: leg.legId, seats, holdUntil: hold.holdUntil.toISOString() }] : [];
  });
}

function freeCancellationOf(legs: readonly Leg[], now: Date): Draft['freeCancellation'] {
  const firstDepartureAt = new Date(Math.min(...legs.map((leg) => leg.departsAt.getTime())));
  const deadline = freeCancellationDeadline({ bookedAt: now, firstDepartureAt });
  return deadline ? { deadline: deadline.toISOString() } : { reason: 'DEPARTS_WITHIN_7_DAYS' };
}
