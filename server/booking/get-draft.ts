import { and, eq, gte } from 'drizzle-orm';
import { draftHolds, requests } from '@/db/schema';
import type { Airline } from '../airline';
import type { Leg } from '../domain/leg';
import type { Contact, Passenger } from '../domain/passenger';
import { freeCancellationDeadline } from '../domain/passenger-rights';
import { findLegs } from '../search/find-legs';
import { type LegView, legView } from '../search/leg-view';
import { type DraftKey, getDraftRow } from './draft-access';
import { type Quote, quote } from './quote';
import type { DraftDetails } from './save-draft-details';

export type Draft = {
  id: string;
  legs: LegView[];
  passengerCount: number;
  holds: { legId: string; seats: string[]; holdUntil: string }[];
  details: { passengers: Passenger[]; contact: Contact } | null;
  quote: Quote;
  freeCancellation: { deadline: string } | { reason: 'DEPARTS_WITHIN_7_DAYS' };
  /** Set once the customer has bought: the page then shows that transaction. */
  purchase: { globalTransactionId: string } | null;
};

/** A customer's unfinished purchase with its full price now. Throws `DRAFT_UNKNOWN` for anybody but its owner. */
export async function getDraft(airline: Airline, key: DraftKey): Promise<Draft> {
  const row = await getDraftRow(airline, key);
  const now = airline.clock.now();
  const legs = await findLegs(airline, row.legIds);
  const held = await airline.db
    .select()
    .from(draftHolds)
    .where(and(eq(draftHolds.bookingDraftId, row.id), gte(draftHolds.holdUntil, now)));
  const seats = new Map(held.map((hold) => [hold.legId, hold.seats]));
  return {
    id: row.id,
    legs: legs.map(legView),
    passengerCount: row.passengerCount,
    holds: held.map((hold) => ({
      legId: hold.legId,
      seats: hold.seats,
      holdUntil: hold.holdUntil.toISOString(),
    })),
    details: row.details as DraftDetails | null,
    quote: await quote(airline, legs, { passengerCount: row.passengerCount, seats }),
    freeCancellation: freeCancellationOf(legs, now),
    purchase: await findPurchase(airline, row.idempotencyKey),
  };
}

function freeCancellationOf(legs: readonly Leg[], now: Date): Draft['freeCancellation'] {
  const firstDepartureAt = new Date(Math.min(...legs.map((leg) => leg.departsAt.getTime())));
  const deadline = freeCancellationDeadline({ bookedAt: now, firstDepartureAt });
  return deadline ? { deadline: deadline.toISOString() } : { reason: 'DEPARTS_WITHIN_7_DAYS' };
}

async function findPurchase(airline: Airline, idempotencyKey: string): Promise<Draft['purchase']> {
  const [row] = await airline.db
    .select({ globalTransactionId: requests.globalTransactionId })
    .from(requests)
    .where(eq(requests.idempotencyKey, idempotencyKey));
  return row ?? null;
}
