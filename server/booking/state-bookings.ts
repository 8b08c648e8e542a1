import { and, inArray } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { bookings } from '@/db/schema';
import { customerIdsOf } from '../account/customer-ids';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import type { RecordLocator } from '../domain/record-locator';
import { type BookingRow, headerOf, heldBy } from './headers';
import { readParts } from './read-parts';
import type { StatedBooking } from './statement';

/**
 * What this airline has to say to others of these bookings: headers and its own parts, without names, documents and
 * contact. Bookings that it neither issued nor flies are left out.
 */
export async function stateBookings(
  db: Database | Tx,
  airline: AirlineCode,
  locators: readonly RecordLocator[],
): Promise<StatedBooking[]> {
  const rows = await db
    .select()
    .from(bookings)
    .where(and(inArray(bookings.recordLocator, [...locators]), heldBy(airline)));
  return withOwnParts(db, airline, rows);
}

/** The same of rows that were read before. */
export async function withOwnParts(
  db: Database | Tx,
  airline: AirlineCode,
  rows: readonly BookingRow[],
): Promise<StatedBooking[]> {
  const locators = rows.map(({ recordLocator }) => recordLocator);
  const parts = await readParts(db, airline, locators);
  return rows.map((row) => ({ header: headerOf(row), part: parts.get(row.recordLocator) ?? null }));
}

/** Answers `peer.booking`: this airline's statement of one booking of one customer. */
export async function stateBookingForPeer(
  airline: Airline,
  { customerId, recordLocator }: { customerId: string; recordLocator: RecordLocator },
): Promise<{ booking: StatedBooking | null }> {
  const [customerIds, [stated]] = await Promise.all([
    customerIdsOf(airline, customerId),
    stateBookings(airline.db, airline.code, [recordLocator]),
  ]);
  return { booking: stated && customerIds.includes(stated.header.customerId) ? stated : null };
}
