import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookings, coupons } from '@/db/schema';
import type { Airline } from '../airline';
import type { Vote } from '../atomic-commit/events';
import type { GlobalTransaction } from '../atomic-commit/transaction';
import { cancellationRight, refundCentsOf } from '../domain/passenger-rights';
import { isOpenForSale } from '../domain/sales-close';
import { isRefusal, Refusal } from '../errors';
import { releaseSoldSeats } from '../inventory/settle-seats';
import { cancelCopies } from './cancel-copies';
import { type Cancellation, findPart } from './content';
import { noteBookings } from './note-bookings';
import { readPart } from './read-parts';
import { recordResult } from './requests';

export type CancellationTask = { transaction: GlobalTransaction; content: Cancellation };

/** How far the coordinator's clock may be from the owner's when the refund rule is applied. */
const clockToleranceMs = 120_000;

/** Refuses a PREPARE for an airline that has no part in it. */
export async function checkCancellation(
  airline: Airline,
  _transaction: GlobalTransaction,
  content: Cancellation,
): Promise<void> {
  if (!findPart(content.parts, airline.code))
    throw new Refusal('INPUT_INVALID', { airline: airline.code, field: 'parts' });
}

/** Marks the booking as being cancelled, if it may be and the refund is what this airline's rules say. */
export async function prepareCancellation(tx: Tx, airline: Airline, task: CancellationTask): Promise<Vote> {
  try {
    await checkBooking(tx, airline, task);
    await tx
      .update(bookings)
      .set({ cancellingId: task.transaction.id })
      .where(eq(bookings.recordLocator, task.content.recordLocator));
    return { kind: 'yes' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'no', refusal: { ...error.details, code: error.code, airline: airline.code } };
  }
}

async function checkBooking(
  tx: Tx,
  airline: Airline,
  { transaction, content }: CancellationTask,
): Promise<void> {
  const details = { airline: airline.code };
  const [booking] = await tx
    .select()
    .from(bookings)
    .where(eq(bookings.recordLocator, content.recordLocator))
    .for('update');
  if (!booking || booking.customerId !== content.customerId) throw new Refusal('BOOKING_UNKNOWN', details);
  if (booking.state === 'cancelled') throw new Refusal('BOOKING_CANCELLED', details);
  if (booking.cancellingId && booking.cancellingId !== transaction.id)
    throw new Refusal('BOOKING_BUSY', details);
  const part = await readPart(tx, content.recordLocator, airline.code);
  if (!part) throw new Refusal('BOOKING_UNKNOWN', details);
  const now = airline.clock.now();
  for (const leg of part.legs) {
    const isUsed = leg.seats.some((seat) => seat.couponState !== 'open');
    if (isUsed || !isOpenForSale({ departsAt: new Date(leg.departsAt) }, now))
      throw new Refusal('CUT_OFF_PASSED', { ...details, legId: leg.legId });
  }
  const requestedAt = new Date(content.requestedAt);
  const isPunctual = Math.abs(now.getTime() - requestedAt.getTime()) <= clockToleranceMs;
  const right = cancellationRight(
    { bookedAt: booking.bookedAt, firstDepartureAt: new Date(content.firstDepartureAt) },
    requestedAt,
  );
  const refund = findPart(content.parts, airline.code)?.refundCents;
  if (!isPunctual || refund !== refundCentsOf(part.totalCents, right))
    throw new Refusal('PRICE_CHANGED', details);
}

/** The booking is cancelled: at participants coupons are refunded and seats freed; a witness notes it on its copies. */
export async function commitCancellation(
  tx: Tx,
  airline: Airline,
  { transaction, content }: CancellationTask,
): Promise<void> {
  const { recordLocator, refundCents } = content;
  const cancelledAt = airline.clock.now();
  const [booking] = await tx
    .update(bookings)
    .set({ state: 'cancelled', cancelledAt, refundCents })
    .where(eq(bookings.recordLocator, recordLocator))
    .returning();
  if (booking && findPart(content.parts, airline.code)) await refundCoupons(tx, airline, booking);
  if (booking) await noteBookings(tx, [recordLocator]);
  else await cancelCopies(tx, { recordLocator, cancelledAt, refundCents });
  if (transaction.coordinator === airline.code)
    await recordResult(tx, transaction.id, { status: 'confirmed', recordLocator });
}

async function refundCoupons(tx: Tx, airline: Airline, booking: typeof bookings.$inferSelect): Promise<void> {
  const part = await readPart(tx, booking.recordLocator, airline.code);
  for (const leg of part?.legs ?? []) {
    await tx
      .update(coupons)
      .set({ state: 'refunded' })
      .where(and(eq(coupons.legId, leg.legId), eq(coupons.recordLocator, booking.recordLocator)));
  }
  const wanted =
    part?.legs.map(({ legId, seats }) => ({ legId, seats: seats.map(({ seat }) => seat) })) ?? [];
  await releaseSoldSeats(tx, wanted, booking.globalTransactionId);
}

/** The cancellation was refused: the booking stands. */
export async function abortCancellation(
  tx: Tx,
  airline: Airline,
  { transaction, content }: CancellationTask,
): Promise<void> {
  await tx
    .update(bookings)
    .set({ cancellingId: null })
    .where(and(eq(bookings.recordLocator, content.recordLocator), eq(bookings.cancellingId, transaction.id)));
  if (transaction.coordinator !== airline.code) return;
  await recordResult(tx, transaction.id, {
    status: 'refused',
    refusal: transaction.refusal ?? { code: 'AIRLINE_OFFLINE' },
  });
}
