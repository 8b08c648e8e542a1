import { z } from 'zod';
import { hashOf } from '../atomic-commit/canonical-json';
import { legIdSchema } from '../domain/leg';
import { homeZone, localDateAt } from '../domain/local-time';
import { contactSchema, maxPassengersPerBooking, passengerSchema } from '../domain/passenger';
import { Refusal } from '../errors';
import { seatsSchema } from '../inventory/messages';
import { maxLegsPerBooking } from './content';

export const purchaseInputSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  legs: z
    .array(z.strictObject({ legId: legIdSchema, seats: seatsSchema }))
    .min(1)
    .max(maxLegsPerBooking),
  passengers: z.array(passengerSchema).min(1).max(maxPassengersPerBooking),
  contact: contactSchema,
  quotedTotalCents: z.int().min(0),
  /** The draft whose holds this purchase uses. */
  bookingDraftId: z.uuid().optional(),
});

export type PurchaseInput = z.infer<typeof purchaseInputSchema>;

/** What the schema cannot say. Throws `SEATS_DIFFER_FROM_PASSENGERS`, `SEAT_REPEATED` or `ITINERARY_IMPOSSIBLE`. */
export function checkPurchaseInput({ legs, passengers }: PurchaseInput): void {
  const seen = new Set<string>();
  for (const { legId, seats } of legs) {
    if (seen.has(legId)) throw new Refusal('ITINERARY_IMPOSSIBLE', { legId });
    seen.add(legId);
    const repeated = seats.find((seat, index) => seats.indexOf(seat) !== index);
    if (repeated) throw new Refusal('SEAT_REPEATED', { legId, seat: repeated });
    if (seats.length !== passengers.length) throw new Refusal('SEATS_DIFFER_FROM_PASSENGERS', { legId });
  }
}

/** Nobody who is not born yet can fly. Throws `INPUT_INVALID`. `now` decides what "yet" is, by the calendar of Brasília. */
export function checkBirthDates({ passengers }: PurchaseInput, now: Date): void {
  const today = localDateAt(now, homeZone);
  const unborn = passengers.findIndex(({ birthDate }) => birthDate > today);
  if (unborn >= 0) throw new Refusal('INPUT_INVALID', { field: `passengers.${unborn}.birthDate` });
}

/** Identifies the intent behind an idempotency key; the draft is only a means and does not count. */
export function purchaseHash({
  idempotencyKey: _key,
  bookingDraftId: _draft,
  ...intent
}: PurchaseInput): string {
  return hashOf(intent);
}
