import { z } from 'zod';
import type { Airline } from '../airline';
import { invariant } from '../assert';
import { hashOf } from '../atomic-commit/canonical-json';
import { coordinate } from '../atomic-commit/coordinate';
import { inCanonicalOrder } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import { sumCents } from '../domain/money';
import { cancellationRight, refundCentsOf } from '../domain/passenger-rights';
import { type RecordLocator, typedLocatorSchema } from '../domain/record-locator';
import { isOpenForSale } from '../domain/sales-close';
import { Refusal } from '../errors';
import type { Cancellation } from './content';
import { getBooking } from './get-booking';
import { type PurchaseResult, resultOfRequest } from './purchase-result';
import { findSameRequest, insertRequest } from './requests';
import { unreachableParticipants } from './unreachable-participants';
import { engineOf } from './work';

export type CancelQuote = {
  refundCents: number;
  feeCents: number;
  totalCents: number;
  rule: 'FREE_24H' | 'FARE_RULE';
  /** Until when it is free; null when the booking was made too close to departure. */
  freeUntil: string | null;
};

export const cancelInputSchema = z.strictObject({
  recordLocator: typedLocatorSchema,
  idempotencyKey: z.uuid(),
  quotedRefundCents: z.int().min(0),
});

type Owned = { recordLocator: RecordLocator; customerId: string };

/** What comes back if the booking is cancelled now. Throws `BOOKING_UNKNOWN`, `BOOKING_CANCELLED`, `AIRLINE_OFFLINE` or `CUT_OFF_PASSED`. */
export async function cancelQuote(airline: Airline, owned: Owned): Promise<CancelQuote> {
  const booking = await getBooking(airline, owned);
  checkCancellable(airline, booking);
  const { right, parts } = refundsOf(booking, airline.clock.now());
  const refundCents = sumCents(parts.map((part) => part.refundCents));
  const { totalCents } = booking;
  return {
    refundCents,
    feeCents: totalCents - refundCents,
    totalCents,
    rule: right.kind,
    freeUntil: right.freeUntil?.toISOString() ?? null,
  };
}

function checkCancellable(airline: Airline, booking: Booking): void {
  if (booking.state === 'cancelled') throw new Refusal('BOOKING_CANCELLED');
  const [missing] = unreachableParticipants(airline, booking);
  if (missing) throw new Refusal('AIRLINE_OFFLINE', { airline: missing });
  const now = airline.clock.now();
  const late = booking.parts
    .flatMap((part) => part.legs)
    .find((leg) => !isOpenForSale({ departsAt: new Date(leg.departsAt) }, now));
  if (late) throw new Refusal('CUT_OFF_PASSED', { legId: late.legId });
}

function firstDepartureOf(booking: Booking): Date {
  return new Date(
    Math.min(...booking.parts.flatMap((part) => part.legs).map((leg) => Date.parse(leg.departsAt))),
  );
}

function refundsOf(booking: Booking, now: Date) {
  const right = cancellationRight(
    { bookedAt: new Date(booking.bookedAt), firstDepartureAt: firstDepartureOf(booking) },
    now,
  );
  const parts = booking.parts.map((part) => ({
    airline: part.airline,
    refundCents: refundCentsOf(part.totalCents, right),
  }));
  return { right, parts };
}

export type CancelRequest = Owned & { idempotencyKey: string; quotedRefundCents: number };

/**
 * Cancels the whole booking at every airline, or at none, as one global transaction. The same idempotency key is the
 * same cancellation. Expected refusals after the checks of `cancelQuote` are results.
 */
export async function cancelBooking(airline: Airline, request: CancelRequest): Promise<PurchaseResult> {
  const { recordLocator, idempotencyKey, quotedRefundCents } = request;
  const key = {
    customerId: request.customerId,
    idempotencyKey,
    requestHash: hashOf({ cancel: recordLocator, quotedRefundCents }),
  };
  const earlier = await findSameRequest(airline.db, key);
  if (earlier) return resultOfRequest(airline, earlier);

  const booking = await getBooking(airline, request);
  checkCancellable(airline, booking);
  const now = airline.clock.now();
  const { parts } = refundsOf(booking, now);
  const refundCents = sumCents(parts.map((part) => part.refundCents));
  if (refundCents !== quotedRefundCents) throw new Refusal('PRICE_CHANGED', {});
  const work: Cancellation = {
    kind: 'cancellation',
    recordLocator,
    // The booking's own, which may be an account that was united with the one that asks.
    customerId: booking.customerId,
    requestedAt: now.toISOString(),
    firstDepartureAt: firstDepartureOf(booking).toISOString(),
    refundCents,
    parts,
  };
  const globalTransactionId = airline.ids.uuid();
  const manifest = {
    globalTransactionId,
    coordinator: airline.code,
    participants: inCanonicalOrder(booking.participants),
    work,
  };
  await coordinate(engineOf(airline), {
    manifest,
    privateWork: {},
    allHeld: true,
    recordRequest: (tx) => insertRequest(tx, { ...key, globalTransactionId, createdAt: now }),
  });
  const made = await findSameRequest(airline.db, key);
  invariant(made, 'a cancellation leaves its request behind');
  return resultOfRequest(airline, made);
}
