import type { Tx } from '@/db/client';
import { bookingParts, bookings, coupons } from '@/db/schema';
import type { Airline } from '../../airline';
import type { GlobalTransaction } from '../../atomic-commit/transaction';
import { findPart, type Sale, type SalePart, seatsOfPart } from '../../booking/content';
import { issueETickets } from '../../booking/issue-e-tickets';
import { issueLocator, reserveLocator } from '../../booking/issue-locator';
import { recordResult } from '../../booking/requests';
import { couponsOf, headerOf, ownPartOf } from '../../booking/sale-rows';
import type { BookingPart } from '../../domain/booking';
import { noteForgottenPassengers } from '../forgotten-passengers';
import { takeSeats } from './take-seats';

export type SaleRecalled = {
  transaction: GlobalTransaction;
  content: Sale;
  /** What this airline once told of its part: the numbers that the customer has. Null: nobody kept it. */
  told: BookingPart | null;
};

/**
 * A sale that was forgotten: seats, booking and coupons as the manifest says, with the e-tickets and the locator that the
 * customer was given. The passengers are not in the manifest; their absence is noted. Returns what could not be given back.
 */
export async function recallSale(
  tx: Tx,
  airline: Airline,
  { transaction, content, told }: SaleRecalled,
): Promise<string[]> {
  const isCoordinator = transaction.coordinator === airline.code;
  const part = findPart(content.parts, airline.code);
  if (!part && !isCoordinator) return [];
  const { recordLocator } = content;
  await tx.insert(bookings).values(headerOf(transaction, content)).onConflictDoNothing();
  if (isCoordinator) {
    await reserveLocator(tx, recordLocator, transaction.id);
    await recordResult(tx, transaction.id, { status: 'confirmed', recordLocator });
  }
  return part ? recallPart(tx, airline, { transaction, content, told, part }) : [];
}

type PartRecalled = SaleRecalled & { part: SalePart };

async function recallPart(
  tx: Tx,
  airline: Airline,
  { transaction, content, told, part }: PartRecalled,
): Promise<string[]> {
  const { recordLocator, passengerCount } = content;
  const now = airline.clock.now();
  const lost = await takeSeats(tx, 'sold', {
    wanted: seatsOfPart(part),
    globalTransactionId: transaction.id,
    now,
  });
  const numbers = await eTicketsOf(tx, airline, { told, count: passengerCount });
  const isLost = (legId: string, seat: string) =>
    lost.some((each) => each.legId === legId && each.seat === seat);
  const rows = couponsOf(content, part, numbers).filter(({ legId, seat }) => !isLost(legId, seat));
  if (rows.length > 0) await tx.insert(coupons).values(rows).onConflictDoNothing();
  const airlineLocator = await locatorOf(tx, airline, { transaction, content, told });
  const own = ownPartOf(content, part, { airlineLocator, asOf: now });
  await tx.insert(bookingParts).values(own).onConflictDoNothing();
  await noteForgottenPassengers(tx, airline, { transaction, recordLocator, passengerCount });
  return lost.map(({ legId, seat }) => `${recordLocator}: seat ${seat} of ${legId} belongs to another sale`);
}

async function eTicketsOf(
  tx: Tx,
  airline: Airline,
  { told, count }: { told: BookingPart | null; count: number },
): Promise<string[]> {
  const given = told?.legs[0]?.seats.map((seat) => seat.eTicketNumber) ?? [];
  return given.length === count ? given : issueETickets(tx, airline, count);
}

async function locatorOf(tx: Tx, airline: Airline, { transaction, content, told }: SaleRecalled) {
  if (transaction.coordinator === airline.code) return content.recordLocator;
  if (!told) return issueLocator(tx, airline, transaction.id);
  await reserveLocator(tx, told.airlineLocator, transaction.id);
  return told.airlineLocator;
}
