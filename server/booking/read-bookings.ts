import { inArray } from 'drizzle-orm';
import { bookingCopies, bookingParts, bookings } from '@/db/schema';
import type { Airline } from '../airline';
import type { Booking } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { grouped } from '../grouped';
import { readFreshness } from '../replication/freshness';
import { assembleBooking, type BookingFacts } from './assemble-booking';
import { headerOf } from './headers';
import { readBookedLegs, readPassengerNames } from './read-parts';

/**
 * Bookings as this airline's database alone knows them, its own and its copies of the others', in the order of the
 * locators; unknown ones are left out. As many queries for two hundred as for one.
 */
export async function readBookings(airline: Airline, locators: readonly RecordLocator[]): Promise<Booking[]> {
  const facts = await readBookingFacts(airline, locators);
  return facts.flatMap((each) => assembleBooking(each) ?? []);
}

/** The same before it is put together, one for each locator. */
export async function readBookingFacts(
  airline: Airline,
  locators: readonly RecordLocator[],
): Promise<BookingFacts[]> {
  const { code: self, db } = airline;
  const [rows, parts, legs, names, copies, freshness] = await Promise.all([
    db
      .select()
      .from(bookings)
      .where(inArray(bookings.recordLocator, [...locators])),
    db
      .select()
      .from(bookingParts)
      .where(inArray(bookingParts.recordLocator, [...locators])),
    readBookedLegs(db, locators),
    readPassengerNames(db, locators),
    db
      .select()
      .from(bookingCopies)
      .where(inArray(bookingCopies.recordLocator, [...locators])),
    readFreshness(airline),
  ]);
  const rowOf = new Map(rows.map((row) => [row.recordLocator, row]));
  const partsOf = grouped(parts, ({ recordLocator }) => recordLocator);
  const copiesOf = grouped(copies, ({ recordLocator }) => recordLocator);
  return locators.map((locator) => {
    const row = rowOf.get(locator);
    const told = partsOf.get(locator) ?? [];
    const own = told.find((each) => each.airline === self)?.part;
    return {
      self,
      header: row ? headerOf(row) : null,
      part: own ? { ...own, legs: legs.get(locator) ?? [], passengerNames: names.get(locator) ?? [] } : null,
      receipts: told.map(({ airline: from, part, asOf }) => ({
        airline: from,
        part,
        asOf: asOf.toISOString(),
      })),
      copies: copiesOf.get(locator) ?? [],
      freshness,
    };
  });
}
