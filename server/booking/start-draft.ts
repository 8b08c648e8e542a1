import { z } from 'zod';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import { legIdSchema } from '../domain/leg';
import { maxPassengersPerBooking } from '../domain/passenger';
import { Refusal } from '../errors';
import { refuseOffline } from '../inventory/refuse-offline';
import { findLegs } from '../search/find-legs';
import { checkChronology } from './check-chronology';
import { maxLegsPerBooking } from './content';

export const draftInputSchema = z.strictObject({
  legIds: z.array(legIdSchema).min(1).max(maxLegsPerBooking),
  passengerCount: z.int().min(1).max(maxPassengersPerBooking),
});

export type NewDraft = z.infer<typeof draftInputSchema> & {
  owner: { visitorId: string; customerId: string | null };
};

/**
 * Begins a purchase of these legs, there or there and back, in the order of travel: nothing is held yet. Throws
 * `LEG_UNKNOWN`, `AIRLINE_OFFLINE`, or `ITINERARY_IMPOSSIBLE` for legs that nobody can fly one after the other.
 */
export async function startDraft(
  airline: Airline,
  { legIds, passengerCount, owner }: NewDraft,
): Promise<{ draftId: string }> {
  if (legIds.length === 0 || legIds.length > maxLegsPerBooking) throw new Refusal('ITINERARY_IMPOSSIBLE');
  const legs = await findLegs(airline, legIds);
  checkChronology(legs);
  for (const leg of legs) refuseOffline(airline, leg.airline);
  const draftId = airline.ids.uuid();
  await airline.db.insert(bookingDrafts).values({
    id: draftId,
    ...owner,
    legIds,
    passengerCount,
    idempotencyKey: airline.ids.uuid(),
    createdAt: airline.clock.now(),
  });
  return { draftId };
}
