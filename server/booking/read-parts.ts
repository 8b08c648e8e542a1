import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { bookingParts, coupons, legs, passengers } from '@/db/schema';
import type { AirlineCode } from '../domain/airline-code';
import type { BookedLeg, BookingPart } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { grouped } from '../grouped';

/**
 * This airline's own parts of these bookings, put together from its coupons, without names; bookings of which it
 * operates no leg are left out. As many queries for five hundred as for one.
 */
export async function readParts(
  db: Database | Tx,
  airline: AirlineCode,
  locators: readonly RecordLocator[],
): Promise<Map<RecordLocator, BookingPart>> {
  const [stored, legsByLocator] = await Promise.all([
    db
      .select({ recordLocator: bookingParts.recordLocator, part: bookingParts.part })
      .from(bookingParts)
      .where(and(inArray(bookingParts.recordLocator, [...locators]), eq(bookingParts.airline, airline))),
    readBookedLegs(db, locators),
  ]);
  return new Map(
    stored.map(({ recordLocator, part }) => [
      recordLocator,
      { ...part, legs: legsByLocator.get(recordLocator) ?? [], passengerNames: [] },
    ]),
  );
}

/** This airline's own part of one booking, without names; null when it operates no leg of it. */
export async function readPart(
  db: Database | Tx,
  recordLocator: RecordLocator,
  airline: AirlineCode,
): Promise<BookingPart | null> {
  return (await readParts(db, airline, [recordLocator])).get(recordLocator) ?? null;
}

/** Who flies on this airline's legs of these bookings, in the order of the seats. Only for the customer's own pages. */
export async function readPassengerNames(
  db: Database | Tx,
  locators: readonly RecordLocator[],
): Promise<Map<RecordLocator, string[]>> {
  const rows = await db
    .select({ recordLocator: passengers.recordLocator, name: passengers.name })
    .from(passengers)
    .where(inArray(passengers.recordLocator, [...locators]))
    .orderBy(asc(passengers.recordLocator), asc(passengers.passengerIndex));
  const byLocator = grouped(rows, ({ recordLocator }) => recordLocator);
  return new Map([...byLocator].map(([locator, flying]) => [locator, flying.map(({ name }) => name)]));
}

/** Legs and seats of this airline's coupons as the timetable stands now, in the order of travel. */
export async function readBookedLegs(
  db: Database | Tx,
  locators: readonly RecordLocator[],
): Promise<Map<RecordLocator, BookedLeg[]>> {
  const rows = await db
    .select({ coupon: coupons, leg: legs })
    .from(coupons)
    .innerJoin(legs, eq(legs.legId, coupons.legId))
    .where(inArray(coupons.recordLocator, [...locators]))
    .orderBy(asc(legs.departsAt), asc(legs.legId), asc(coupons.passengerIndex));
  const byLocator = grouped(rows, ({ coupon }) => coupon.recordLocator);
  return new Map([...byLocator].map(([locator, ofBooking]) => [locator, bookedLegsOf(ofBooking)]));
}

type CouponRow = { coupon: typeof coupons.$inferSelect; leg: typeof legs.$inferSelect };

function bookedLegsOf(rows: readonly CouponRow[]): BookedLeg[] {
  return [...grouped(rows, ({ leg }) => leg.legId).values()].flatMap((ofLeg) => {
    const [first] = ofLeg;
    return first ? [bookedLegOf(first, ofLeg)] : [];
  });
}

function bookedLegOf({ leg, coupon }: CouponRow, ofLeg: readonly CouponRow[]): BookedLeg {
  return {
    legId: leg.legId,
    from: leg.origin,
    to: leg.destination,
    departsAt: leg.departsAt.toISOString(),
    arrivesAt: leg.arrivesAt.toISOString(),
    aircraft: leg.aircraft,
    fareCents: coupon.fareCents,
    seats: ofLeg.map((row) => ({
      seat: row.coupon.seat,
      surchargeCents: row.coupon.surchargeCents,
      eTicketNumber: row.coupon.eTicketNumber,
      couponState: row.coupon.state,
    })),
  };
}
