import { z } from 'zod';
import type { Database, Tx } from '@/db/client';
import { bookingParts } from '@/db/schema';
import { type AirlineCode, airlineCodeSchema } from '../domain/airline-code';
import type { BookingPart } from '../domain/booking';
import { seatDesignatorSchema } from '../domain/cabin';
import { couponStates } from '../domain/e-ticket';
import { iataSchema, legIdSchema } from '../domain/leg';
import { maxPassengersPerBooking } from '../domain/passenger';
import { type RecordLocator, recordLocatorSchema } from '../domain/record-locator';
import { maxLegsPerBooking } from './content';

const bookedLegSchema = z.object({
  legId: legIdSchema,
  from: iataSchema,
  to: iataSchema,
  departsAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  aircraft: z.string().regex(/^[\w -]{1,20}$/),
  fareCents: z.int().min(0),
  seats: z
    .array(
      z.object({
        seat: seatDesignatorSchema,
        surchargeCents: z.int().min(0),
        eTicketNumber: z.string().regex(/^\d{13}$/),
        couponState: z.enum(couponStates),
      }),
    )
    .max(maxPassengersPerBooking),
});

/** An airline's part of a booking as it travels between airlines. */
export const bookingPartSchema = z.object({
  airline: airlineCodeSchema,
  airlineLocator: recordLocatorSchema,
  legs: z.array(bookedLegSchema).max(maxLegsPerBooking),
  /** Empty between airlines: names stay with those who fly the passengers. */
  passengerNames: z.array(z.string().max(200)).max(maxPassengersPerBooking),
  totalCents: z.int().min(0),
}) satisfies z.ZodType<BookingPart>;

export type PartReceipt = { recordLocator: RecordLocator; from: AirlineCode; part: unknown; asOf: Date };

/**
 * Keeps what a peer said of its part of a booking when it committed, without the names: they stay with the airline that
 * flies them. Anything that is not a part of that peer is ignored.
 */
export async function keepPart(
  db: Database | Tx,
  { recordLocator, from, part, asOf }: PartReceipt,
): Promise<void> {
  const parsed = bookingPartSchema.safeParse(part);
  if (!parsed.success || parsed.data.airline !== from) return;
  const copy = { part: { ...parsed.data, passengerNames: [] }, asOf };
  await db
    .insert(bookingParts)
    .values({ recordLocator, airline: from, ...copy })
    .onConflictDoUpdate({ target: [bookingParts.recordLocator, bookingParts.airline], set: copy });
}
