import { desc, inArray, sql } from 'drizzle-orm';
import { bookingCopies, bookings } from '@/db/schema';
import { customerIdsOf } from '../account/customer-ids';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { airlineCodes } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { readFreshness } from '../replication/freshness';
import { readBookings } from './read-bookings';

/** The most bookings of one customer that are listed, newest first. */
const maxBookingsListed = 200;

/**
 * Every booking of a customer over all airlines, newest first, from this airline's database alone: nobody is asked and
 * waited for. Names the airlines whose latest news may be missing here.
 */
export async function listBookings(
  airline: Airline,
  { customerId }: { customerId: string },
): Promise<{ bookings: Booking[]; silentAirlines: AirlineCode[] }> {
  const [customerIds, freshness] = await Promise.all([
    customerIdsOf(airline, customerId),
    readFreshness(airline),
  ]);
  const found = await readBookings(airline, await listLocators(airline, customerIds));
  return {
    bookings: found
      .filter((booking) => customerIds.includes(booking.customerId))
      .sort((a, b) => (a.bookedAt < b.bookedAt ? 1 : -1)),
    silentAirlines: airlineCodes.filter((code) => freshness[code].state !== 'live'),
  };
}

/** What is held here, and what others have published; a booking of two airlines is found at both. */
async function listLocators(airline: Airline, customerIds: string[]): Promise<RecordLocator[]> {
  const { db } = airline;
  const [own, copied] = await Promise.all([
    db
      .select({ locator: bookings.recordLocator, bookedAt: bookings.bookedAt })
      .from(bookings)
      .where(inArray(bookings.customerId, customerIds))
      .orderBy(desc(bookings.bookedAt))
      .limit(maxBookingsListed),
    db
      .selectDistinct({
        locator: bookingCopies.recordLocator,
        bookedAt: sql<string>`${bookingCopies.header}->>'bookedAt'`.as('booked_at'),
      })
      .from(bookingCopies)
      .where(inArray(bookingCopies.customerId, customerIds))
      .orderBy(sql`booked_at desc`)
      .limit(maxBookingsListed),
  ]);
  const newestFirst = [
    ...own.map(({ locator, bookedAt }) => ({ locator, bookedAt: bookedAt.toISOString() })),
    ...copied,
  ].sort((a, b) => (a.bookedAt < b.bookedAt ? 1 : -1));
  return [...new Set(newestFirst.map(({ locator }) => locator))].slice(0, maxBookingsListed);
}
