import type { Airline } from '../airline';
import { invariant } from '../assert';
import { inCanonicalOrder } from '../domain/airline-code';
import type { Leg } from '../domain/leg';
import { Refusal } from '../errors';
import { findLegs } from '../search/find-legs';
import { buyAsCoordinator } from './buy-as-coordinator';
import { delegatePurchase } from './delegate-purchase';
import { checkBirthDates, checkPurchaseInput, type PurchaseInput, purchaseHash } from './purchase-input';
import { type PurchaseResult, resultOfRequest } from './purchase-result';
import { type Quote, quote } from './quote';
import { findSameRequest, insertRequest, type RequestKey, type StoredResult } from './requests';

export type PurchaseOrder = {
  airline: Airline;
  input: PurchaseInput;
  quote: Quote;
  key: RequestKey & { requestHash: string; globalTransactionId: string };
};

/**
 * Buys seats on legs of any airlines, all or none; the one verb behind the site's button and `booking.purchase`. The
 * same idempotency key is the same purchase, whatever became of the first answer. Expected refusals are results;
 * throws `LEG_UNKNOWN`, `SEAT_UNKNOWN`, `SEAT_REPEATED`, `SEATS_DIFFER_FROM_PASSENGERS`, `ITINERARY_IMPOSSIBLE` or
 * `IDEMPOTENCY_MISMATCH` for a request that makes no sense.
 */
export async function purchase(
  airline: Airline,
  input: PurchaseInput,
  customerId: string,
): Promise<PurchaseResult> {
  checkPurchaseInput(input);
  checkBirthDates(input, airline.clock.now());
  const key = { customerId, idempotencyKey: input.idempotencyKey, requestHash: purchaseHash(input) };
  const earlier = await findSameRequest(airline.db, key);
  if (earlier) return resultOfRequest(airline, earlier);

  const legs = await findLegs(
    airline,
    input.legs.map(({ legId }) => legId),
  );
  checkChronology(legs);
  const seats = new Map(input.legs.map((leg) => [leg.legId, leg.seats]));
  const order: PurchaseOrder = {
    airline,
    input,
    quote: await quote(airline, legs, { passengerCount: input.passengers.length, seats }),
    key: { ...key, globalTransactionId: airline.ids.uuid() },
  };
  await carryOut(order, legs);
  const made = await findSameRequest(airline.db, key);
  invariant(made, 'a purchase leaves its request behind');
  return resultOfRequest(airline, made);
}

async function carryOut(order: PurchaseOrder, legs: Leg[]): Promise<void> {
  const { airline, input } = order;
  const refusal = findEarlyRefusal(order, legs);
  if (refusal) return recordRefusal(order, refusal);
  const sellers = inCanonicalOrder(legs.map((leg) => leg.airline));
  const [onlySeller] = sellers;
  if (sellers.length === 1 && onlySeller && onlySeller !== airline.code)
    return delegatePurchase(order, onlySeller);
  return buyAsCoordinator(order, { bookingDraftId: input.bookingDraftId ?? null });
}

function checkChronology(legs: readonly Leg[]): void {
  const inTime = legs.toSorted((a, b) => a.departsAt.getTime() - b.departsAt.getTime());
  for (const [index, leg] of inTime.entries()) {
    const previous = inTime[index - 1];
    if (previous && previous.arrivesAt > leg.departsAt)
      throw new Refusal('ITINERARY_IMPOSSIBLE', { legId: leg.legId });
  }
}

/** What can be refused before anybody is asked: another price than the customer saw, or an airline known to be away. */
function findEarlyRefusal(
  { airline, input, quote: current }: PurchaseOrder,
  legs: readonly Leg[],
): StoredResult | null {
  const cancelled = legs.find((leg) => leg.status === 'cancelled');
  if (cancelled)
    return {
      status: 'refused',
      refusal: { code: 'LEG_CANCELLED', airline: cancelled.airline, legId: cancelled.legId },
    };
  if (current.totalCents !== input.quotedTotalCents)
    return { status: 'refused', refusal: { code: 'PRICE_CHANGED' } };
  const away = legs.find(
    (leg) => leg.airline !== airline.code && airline.peers.statusOf(leg.airline).state === 'offline',
  );
  return away ? { status: 'refused', refusal: { code: 'AIRLINE_OFFLINE', airline: away.airline } } : null;
}

async function recordRefusal({ airline, key }: PurchaseOrder, result: StoredResult): Promise<void> {
  await insertRequest(airline.db, { ...key, createdAt: airline.clock.now(), result });
}
