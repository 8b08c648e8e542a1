import { type SQL, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema';
import type { AirlineCode } from '../domain/airline-code';
import type { BookingHeader } from '../domain/booking';

export type BookingRow = typeof bookings.$inferSelect;

/** The header as it travels between airlines. */
export function headerOf(row: BookingRow): BookingHeader {
  const { cancellingId: _c, bookedAt, cancelledAt, ...same } = row;
  return { ...same, bookedAt: bookedAt.toISOString(), cancelledAt: cancelledAt?.toISOString() ?? null };
}

/** Do both speak of the same sale? Everything but the state is fixed by its manifest. */
export function isSameSale(one: BookingHeader, other: BookingHeader): boolean {
  return one === other || fixedFields.every((field) => String(one[field]) === String(other[field]));
}

const fixedFields = [
  'recordLocator',
  'globalTransactionId',
  'issuer',
  'customerId',
  'participants',
  'passengerCount',
  'totalCents',
  'bookedAt',
] as const satisfies readonly (keyof BookingHeader)[];

/** Did this airline issue the booking, or does it fly a leg of it? Only they may speak of it. */
export function isHolder(airline: AirlineCode, { issuer, participants }: BookingHeader): boolean {
  return issuer === airline || participants.includes(airline);
}

/** The same as a condition on rows of `bookings`. */
export function heldBy(airline: AirlineCode): SQL {
  return sql`(${bookings.issuer} = ${airline} or ${airline} = any(${bookings.participants}))`;
}
