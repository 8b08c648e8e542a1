import type { Airline } from '../airline';
import { invariant } from '../assert';
import { inCanonicalOrder } from '../domain/airline-code';
import { type Leg, operatingAirline } from '../domain/leg';
import { isRefusal, Refusal } from '../errors';
import { refuseSoldSeats } from '../inventory/refuse-sold';
import { findLegs } from '../search/find-legs';
import { buyAsCoordinator } from './buy-as-coordinator';
import { checkChronology } from './check-chronology';
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
  checkChronology(legs.toSorted((a, b) => a.departsAt.getTime() - b.departsAt.getTime()));
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
  const refusal = await findEarlyRefusal(order, legs);
  if (refusal) return recordRefusal(order, refusal);
  const sellers = inCanonicalOrder(legs.map((leg) => leg.airline));
  const [onlySeller] = sellers;
  if (sellers.length === 1 && onlySeller && onlySeller !== airline.code)
    return delegatePurchase(order, onlySeller);
  return buyAsCoordinator(order, { bookingDraftId: input.bookingDraftId ?? null });
}

/** What can be refused before anybody is asked, as the answer to store; null when nothing speaks against trying. */
async function findEarlyRefusal(order: PurchaseOrder, legs: readonly Leg[]): Promise<StoredResult | null> {
  try {
    checkOffer(order, legs);
    const { airline, input, key } = order;
    const own = input.legs.filter(({ legId }) => operatingAirline(legId) === airline.code);
    await refuseSoldSeats(airline, { wanted: own, globalTransactionId: key.globalTransactionId });
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { status: 'refused', refusal: { ...error.details, code: error.code } };
  }
}

/** Another price than the customer saw, a leg that does not fly, or an airline known to be away. */
function checkOffer({ airline, input, quote: current }: PurchaseOrder, legs: readonly Leg[]): void {
  for (const { airline: seller, legId, status } of legs) {
    if (status === 'cancelled') throw new Refusal('LEG_CANCELLED', { airline: seller, legId });
    const isAway = seller !== airline.code && airline.peers.statusOf(seller).state === 'offline';
    if (isAway) throw new Refusal('AIRLINE_OFFLINE', { airline: seller });
  }
  if (current.totalCents !== input.quotedTotalCents) throw new Refusal('PRICE_CHANGED');
}

async function recordRefusal({ airline, key }: PurchaseOrder, result: StoredResult): Promise<void> {
  await insertRequest(airline.db, { ...key, createdAt: airline.clock.now(), result });
}
