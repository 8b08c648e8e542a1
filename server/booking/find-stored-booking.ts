import type { Airline } from '../airline';
import type { Booking } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { readBookings } from './read-bookings';

/** A booking as this airline's database alone knows it, whoever's it is; null when it has heard of none. */
export async function findStoredBooking(
  airline: Airline,
  recordLocator: RecordLocator,
): Promise<Booking | null> {
  const [booking] = await readBookings(airline, [recordLocator]);
  return booking ?? null;
}
