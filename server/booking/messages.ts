import { z } from 'zod';
import { voteRefusalSchema } from '../atomic-commit/messages';
import { airlineCodeSchema } from '../domain/airline-code';
import { bookingStates } from '../domain/booking';
import { recordLocatorSchema } from '../domain/record-locator';
import { definePeerProcedure } from '../peers/procedure';
import { bookingPartSchema } from './parts';
import { purchaseInputSchema } from './purchase-input';

export const bookingHeaderSchema = z.object({
  recordLocator: recordLocatorSchema,
  globalTransactionId: z.uuid(),
  issuer: airlineCodeSchema,
  customerId: z.uuid(),
  state: z.enum(bookingStates),
  participants: z.array(airlineCodeSchema).min(1),
  passengerCount: z.int().min(1),
  totalCents: z.int().min(0),
  bookedAt: z.iso.datetime(),
  cancelledAt: z.iso.datetime().nullable(),
  refundCents: z.int().nullable(),
});

const statedBookingSchema = z.object({ header: bookingHeaderSchema, part: bookingPartSchema.nullable() });

/** What one airline says of one booking: its copy of the header and its own part. */
export type StatedBooking = z.infer<typeof statedBookingSchema>;

/** The most bookings of one customer that travel in one answer, newest first. */
export const maxBookingsListed = 200;

export const bookingsProcedure = definePeerProcedure({
  kind: 'query',
  name: 'bookings',
  input: z.strictObject({ customerId: z.uuid(), recordLocator: recordLocatorSchema.optional() }),
  output: z.object({ bookings: z.array(statedBookingSchema).max(maxBookingsListed) }),
});

const delegatedResultSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('confirmed'), booking: statedBookingSchema }),
  z.object({ status: z.literal('refused'), refusal: voteRefusalSchema }),
  z.object({ status: z.literal('pending') }),
]);

/** What the airline that was asked to do a whole purchase answers. */
export type DelegatedResult = z.infer<typeof delegatedResultSchema>;

/** A purchase of one airline's seats alone: that airline does all of it, in one local `tx`. */
export const purchaseProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'purchase',
  input: z.strictObject({ customerId: z.uuid(), order: purchaseInputSchema }),
  output: delegatedResultSchema,
});

/** What became of a delegated purchase. If it never arrived it is refused now, for ever: a late arrival finds the tombstone. */
export const settlePurchaseProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'settlePurchase',
  input: z.strictObject({
    customerId: z.uuid(),
    idempotencyKey: z.uuid(),
    requestHash: z.string().length(64),
  }),
  output: delegatedResultSchema,
});
