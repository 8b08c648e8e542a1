import type { Airline } from '../airline';
import type { Booking } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { Refusal } from '../errors';
import { findStoredBooking, withStoredParts } from './find-stored-booking';
import { askPeersForBookings, withLiveParts } from './peers-bookings';

/**
 * One booking of a customer, whichever airline sold it. Throws `BOOKING_UNKNOWN` for an unknown locator and for
 * somebody else's booking alike.
 */
export async function getBooking(
  airline: Airline,
  { recordLocator, customerId }: { recordLocator: RecordLocator; customerId: string },
): Promise<Booking> {
  const [stored, answers] = await Promise.all([
    findStoredBooking(airline, recordLocator),
    askPeersForBookings(airline, { customerId, recordLocator }),
  ]);
  const header = answers.stated[0]?.header;
  const known = stored ?? (header ? await withStoredParts(airline, header) : null);
  if (!known || known.customerId !== customerId) throw new Refusal('BOOKING_UNKNOWN');
  return withLiveParts(airline, known, answers);
}
