import { z } from 'zod';
import { airlineCodeSchema } from '../domain/airline-code';
import { seatDesignatorSchema, seatFeatures } from '../domain/cabin';
import { legIdSchema } from '../domain/leg';
import { maxPassengersPerBooking } from '../domain/passenger';
import { definePeerProcedure } from '../peers/procedure';

export const seatsSchema = z.array(seatDesignatorSchema).min(1).max(maxPassengersPerBooking);

/** The public input of `inventory.hold` and `releaseHold`; peers add the customer, for whom they answer. */
export const holdInputSchema = z.strictObject({
  legId: legIdSchema,
  seats: seatsSchema,
  bookingDraftId: z.uuid(),
});

export const extendHoldInputSchema = holdInputSchema.omit({ seats: true });

export const holdReceiptSchema = z.object({
  holdUntil: z.iso.datetime().nullable(),
  seats: z.array(seatDesignatorSchema),
});

/** All seats that a draft now holds on the leg, and until when by the owner's clock (null: none). */
export type HoldReceipt = z.infer<typeof holdReceiptSchema>;

const customerIdSchema = z.uuid().nullable();

export const holdProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'hold',
  input: holdInputSchema.extend({ customerId: customerIdSchema }),
  output: holdReceiptSchema,
});

export const extendHoldProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'extendHold',
  input: extendHoldInputSchema,
  output: holdReceiptSchema,
});

export const releaseHoldProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'releaseHold',
  input: holdInputSchema,
  output: holdReceiptSchema,
});

export const seatStates = ['free', 'held', 'mine', 'taken', 'blocked'] as const;

const seatSchema = z.object({
  designator: seatDesignatorSchema,
  state: z.enum(seatStates),
  features: z.array(z.enum(seatFeatures)),
  surchargeCents: z.int().min(0),
});

/**
 * `live`: from its operating airline, as of its clock. `offline`: that airline is silent, and this is what it had
 * published at `asOf`; nothing can be chosen, nothing is `mine`, and `blocked` seats are told as `taken`.
 */
export const seatMapSchema = z.object({
  legId: legIdSchema,
  airline: airlineCodeSchema,
  state: z.enum(['live', 'offline']),
  asOf: z.iso.datetime(),
  aircraft: z.string(),
  cabinName: z.string(),
  letters: z.string(),
  aisleAfter: z.string(),
  rows: z.array(z.object({ row: z.int(), exit: z.boolean(), seats: z.array(seatSchema) })),
});

export type SeatMap = z.infer<typeof seatMapSchema>;

export const seatMapInputSchema = z.strictObject({ legId: legIdSchema, bookingDraftId: z.uuid().optional() });

export const seatMapProcedure = definePeerProcedure({
  kind: 'query',
  name: 'seatMap',
  input: seatMapInputSchema.extend({ customerId: customerIdSchema.optional() }),
  output: seatMapSchema,
});
