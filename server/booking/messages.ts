import { z } from 'zod';
import { voteRefusalSchema } from '../atomic-commit/messages';
import { recordLocatorSchema } from '../domain/record-locator';
import { definePeerProcedure } from '../peers/procedure';
import { purchaseInputSchema } from './purchase-input';
import { statedBookingSchema } from './statement';

/** One booking of a customer, asked for where its locator is unknown; null when the answerer does not hold it. */
export const bookingProcedure = definePeerProcedure({
  kind: 'query',
  name: 'booking',
  input: z.strictObject({ customerId: z.uuid(), recordLocator: recordLocatorSchema }),
  output: z.object({ booking: statedBookingSchema.nullable() }),
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
