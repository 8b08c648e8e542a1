import { eq } from 'drizzle-orm';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import type { Contact, Passenger } from '../domain/passenger';
import { Refusal } from '../errors';
import { type DraftKey, getDraftRow } from './draft-access';
import { findDraftPurchase } from './draft-purchase';

export type DraftDetails = { passengers: Passenger[]; contact: Contact };

/**
 * Keeps passengers and contact with the draft. Throws `SEATS_DIFFER_FROM_PASSENGERS`, and `DRAFT_UNKNOWN` also for one
 * that is bought: what was typed into it was erased, and stays so.
 */
export async function saveDraftDetails(
  airline: Airline,
  { passengers, contact, ...key }: DraftKey & DraftDetails,
): Promise<void> {
  const row = await getDraftRow(airline, key);
  if (await findDraftPurchase(airline, row)) throw new Refusal('DRAFT_UNKNOWN');
  if (passengers.length !== row.passengerCount)
    throw new Refusal('SEATS_DIFFER_FROM_PASSENGERS', { field: 'passengers' });
  await airline.db
    .update(bookingDrafts)
    .set({ details: { passengers, contact } })
    .where(eq(bookingDrafts.id, row.id));
}
