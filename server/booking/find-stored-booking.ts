import { eq } from 'drizzle-orm';
import { bookingParts, bookings } from '@/db/schema';
import type { Airline } from '../airline';
import type { Booking, BookingHeader } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { readPart } from './parts';

type Row = typeof bookings.$inferSelect;

/** The header as it travels between airlines. */
export function headerOf(row: Row): BookingHeader {
  const { cancellingId: _c, bookedAt, cancelledAt, ...same } = row;
  return { ...same, bookedAt: bookedAt.toISOString(), cancelledAt: cancelledAt?.toISOString() ?? null };
}

/** A booking as this airline alone knows it: its own part live, the peers' as last told; null when it holds none. */
export async function findStoredBooking(
  airline: Airline,
  recordLocator: RecordLocator,
): Promise<Booking | null> {
  const [row] = await airline.db.select().from(bookings).where(eq(bookings.recordLocator, recordLocator));
  return row ? withStoredParts(airline, headerOf(row)) : null;
}

/** Adds the parts that this airline's database has. */
export async function withStoredParts(airline: Airline, header: BookingHeader): Promise<Booking> {
  const [own, copies] = await Promise.all([
    readPart(airline.db, header.recordLocator, airline.code),
    airline.db.select().from(bookingParts).where(eq(bookingParts.recordLocator, header.recordLocator)),
  ]);
  const now = airline.clock.now().toISOString();
  const parts = copies
    .filter((copy) => copy.airline !== airline.code)
    .map((copy) => ({ ...copy.part, asOf: copy.asOf.toISOString(), live: false }));
  return {
    ...header,
    parts: own ? [...parts, { ...own, asOf: now, live: true }] : parts,
    silentAirlines: [],
  };
}
