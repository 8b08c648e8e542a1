import { z } from 'zod';
import { type AirlineCode, airlineCodeSchema } from '../domain/airline-code';
import { seatDesignatorSchema } from '../domain/cabin';
import { legIdSchema } from '../domain/leg';
import { contactSchema, maxPassengersPerBooking, passengerSchema } from '../domain/passenger';
import { recordLocatorSchema } from '../domain/record-locator';

/** More legs than any itinerary of the search has, there and back. */
export const maxLegsPerBooking = 8;

const centsSchema = z.int().min(0).max(1_000_000_000);

const soldLegSchema = z.strictObject({
  legId: legIdSchema,
  fareCents: centsSchema,
  /** In the order of the passengers. */
  seats: z
    .array(z.strictObject({ seat: seatDesignatorSchema, surchargeCents: centsSchema }))
    .min(1)
    .max(maxPassengersPerBooking),
});

const salePartSchema = z.strictObject({
  airline: airlineCodeSchema,
  legs: z.array(soldLegSchema).min(1).max(maxLegsPerBooking),
  totalCents: centsSchema,
  /** SHA-256 of what this airline alone is told (`privateShareSchema`). */
  privateHash: z.string().length(64),
});

/** The work of a purchase, as every airline of the alliance may read it: no personal data. */
export const saleSchema = z.strictObject({
  kind: z.literal('sale'),
  recordLocator: recordLocatorSchema,
  customerId: z.uuid(),
  bookingDraftId: z.uuid().nullable(),
  bookedAt: z.iso.datetime(),
  passengerCount: z.int().min(1).max(maxPassengersPerBooking),
  totalCents: centsSchema,
  parts: z.array(salePartSchema).min(1),
});

/** The work of a cancellation of the whole booking. */
export const cancellationSchema = z.strictObject({
  kind: z.literal('cancellation'),
  recordLocator: recordLocatorSchema,
  customerId: z.uuid(),
  requestedAt: z.iso.datetime(),
  /** Departure of the trip's first leg, on which the 7-day rule counts. */
  firstDepartureAt: z.iso.datetime(),
  refundCents: centsSchema,
  parts: z.array(z.strictObject({ airline: airlineCodeSchema, refundCents: centsSchema })).min(1),
});

export const contentSchema = z.discriminatedUnion('kind', [saleSchema, cancellationSchema]);

export type Sale = z.infer<typeof saleSchema>;
export type SalePart = z.infer<typeof salePartSchema>;
export type Cancellation = z.infer<typeof cancellationSchema>;

/** What one participant is told beside the manifest. The salt keeps the hash from being guessed from a CPF. */
export const privateShareSchema = z.strictObject({
  salt: z.uuid(),
  passengers: z.array(passengerSchema).min(1).max(maxPassengersPerBooking),
  contact: contactSchema,
});

export type PrivateShare = z.infer<typeof privateShareSchema>;

/** This airline's part of a sale, or null when it operates none of the legs. */
export function findPart<Part extends { airline: AirlineCode }>(
  parts: readonly Part[],
  airline: AirlineCode,
): Part | null {
  return parts.find((part) => part.airline === airline) ?? null;
}

/** The seats of a part as inventory wants them. */
export function seatsOfPart(part: SalePart) {
  return part.legs.map(({ legId, seats }) => ({ legId, seats: seats.map(({ seat }) => seat) }));
}
