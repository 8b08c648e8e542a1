import { z } from 'zod';
import type { AirlineCode } from '../domain/airline-code';
import { airlineCodeSchema } from '../domain/airline-code';
import { type BookingHeader, type BookingPart, bookingStates } from '../domain/booking';
import { operatingAirline } from '../domain/leg';
import { maxPassengersPerBooking } from '../domain/passenger';
import { isLocatorOf, recordLocatorSchema } from '../domain/record-locator';
import { isHolder } from './headers';
import { bookingPartSchema } from './parts';

/** Of this millennium: PostgreSQL and people's pages take it. */
const instantSchema = z.iso.datetime().startsWith('2');

export const bookingHeaderSchema = z.object({
  recordLocator: recordLocatorSchema,
  globalTransactionId: z.uuid(),
  issuer: airlineCodeSchema,
  customerId: z.uuid(),
  state: z.enum(bookingStates),
  participants: z.array(airlineCodeSchema).min(1),
  passengerCount: z.int().min(1).max(maxPassengersPerBooking),
  totalCents: z.int().min(0),
  bookedAt: instantSchema,
  cancelledAt: instantSchema.nullable(),
  refundCents: z.int().min(0).nullable(),
}) satisfies z.ZodType<BookingHeader>;

/** A booking as one airline states it to the others: its word on the header, and its own part and nobody else's. */
export const statedBookingSchema = z.object({
  header: bookingHeaderSchema,
  part: bookingPartSchema.nullable(),
});

/** The part is null from an airline that issued the booking and flies no leg of it. */
export type StatedBooking = { header: BookingHeader; part: BookingPart | null };

/** What an airline said, or why it is not believed. */
export type Heard = StatedBooking | { reason: 'foreign' | 'unreadable' };

/**
 * Reads what `origin` states. foreign: it is neither issuer nor participant, or the part or a leg in it is another
 * airline's. unreadable: not a statement, or at odds with itself. Names that should not be there are left out.
 */
export function readStatement(origin: AirlineCode, state: unknown): Heard {
  const stated = statedBookingSchema.safeParse(state).data;
  if (!stated) return { reason: 'unreadable' };
  const { header, part } = stated;
  if (!isHolder(origin, header) || (part && !isOwnPart(origin, part))) return { reason: 'foreign' };
  const isFlown = header.participants.includes(origin);
  const isConsistent =
    isLocatorOf(header.issuer, header.recordLocator) &&
    (header.state === 'cancelled') === (header.cancelledAt !== null) &&
    (part === null || isFlown);
  if (!isConsistent) return { reason: 'unreadable' };
  return { header, part: part && { ...part, passengerNames: [] } };
}

function isOwnPart(origin: AirlineCode, { airline, legs }: BookingPart): boolean {
  return airline === origin && legs.every(({ legId }) => operatingAirline(legId) === origin);
}
