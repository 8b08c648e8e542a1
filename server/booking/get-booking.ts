import { customerIdsOf } from '../account/customer-ids';
import type { Airline } from '../airline';
import type { Booking } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { Refusal } from '../errors';
import { askPeersForBooking } from './ask-peers-for-booking';
import { assembleBooking, type BookingFacts } from './assemble-booking';
import { readBookingFacts } from './read-bookings';

type Owned = { recordLocator: RecordLocator; customerId: string };

/**
 * One booking of a customer, whichever airline sold it: from here where it is known, else (a sale of this second, say)
 * from the peers. Throws `BOOKING_UNKNOWN` for an unknown locator and for somebody else's booking alike.
 */
export async function getBooking(airline: Airline, { recordLocator, customerId }: Owned): Promise<Booking> {
  const [customerIds, [facts]] = await Promise.all([
    customerIdsOf(airline, customerId),
    readBookingFacts(airline, [recordLocator]),
  ]);
  const stored = facts ? assembleBooking(facts) : null;
  const isKnown = stored !== null && !isAnythingToCome(airline, stored);
  const booking =
    isKnown || !facts ? stored : await withPeersWord(airline, facts, { recordLocator, customerId });
  if (!booking || !customerIds.includes(booking.customerId)) throw new Refusal('BOOKING_UNKNOWN');
  return booking;
}

/** A part of an airline that answers, and that has not been heard here yet. */
function isAnythingToCome(airline: Airline, { participants, parts }: Booking): boolean {
  return participants.some(
    (code) =>
      airline.peers.codes.includes(code) &&
      airline.peers.statusOf(code).state !== 'offline' &&
      !parts.some((part) => part.airline === code),
  );
}

async function withPeersWord(airline: Airline, facts: BookingFacts, owned: Owned): Promise<Booking | null> {
  const told = await askPeersForBooking(airline, owned);
  const news = told.filter(({ origin }) => !facts.copies.some((copy) => copy.origin === origin));
  return assembleBooking({ ...facts, copies: [...facts.copies, ...news] });
}
