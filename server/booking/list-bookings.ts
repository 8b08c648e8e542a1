import { desc, eq } from 'drizzle-orm';
import { bookings } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import { findStoredBooking, headerOf, withStoredParts } from './find-stored-booking';
import { maxBookingsListed, type StatedBooking } from './messages';
import { askPeersForBookings, withLiveParts } from './peers-bookings';

/** Every booking of a customer, over all airlines, newest first; airlines that did not answer are named. */
export async function listBookings(
  airline: Airline,
  { customerId }: { customerId: string },
): Promise<{ bookings: Booking[]; silentAirlines: AirlineCode[] }> {
  const [own, answers] = await Promise.all([
    listOwn(airline, customerId),
    askPeersForBookings(airline, { customerId }),
  ]);
  const byLocator = new Map<string, Booking>(own.map((booking) => [booking.recordLocator, booking]));
  for (const { header } of answers.stated) {
    if (!byLocator.has(header.recordLocator))
      byLocator.set(header.recordLocator, await withStoredParts(airline, header));
  }
  const united = [...byLocator.values()].map((booking) => withLiveParts(airline, booking, answers));
  return {
    bookings: united.sort((a, b) => (a.bookedAt < b.bookedAt ? 1 : -1)),
    silentAirlines: answers.silent,
  };
}

async function listOwn(airline: Airline, customerId: string): Promise<Booking[]> {
  const rows = await airline.db
    .select()
    .from(bookings)
    .where(eq(bookings.customerId, customerId))
    .orderBy(desc(bookings.bookedAt))
    .limit(maxBookingsListed);
  return Promise.all(rows.map((row) => withStoredParts(airline, headerOf(row))));
}

/** What this airline tells a peer about one customer's bookings: headers and its own parts. */
export async function listForPeer(
  airline: Airline,
  { customerId, recordLocator }: { customerId: string; recordLocator?: Booking['recordLocator'] | undefined },
): Promise<StatedBooking[]> {
  const one = recordLocator ? await findStoredBooking(airline, recordLocator) : null;
  const all = recordLocator ? (one ? [one] : []) : await listOwn(airline, customerId);
  return all
    .filter((booking) => booking.customerId === customerId)
    .map(({ parts, silentAirlines: _silent, ...header }) => ({
      header,
      part: parts.find((part) => part.airline === airline.code) ?? null,
    }));
}
