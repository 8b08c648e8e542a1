import { and, eq } from 'drizzle-orm';
import { draftHolds } from '@/db/schema';
import type { Airline } from '../airline';
import { isRefusal } from '../errors';
import { type HoldRequest, holdSeats } from '../inventory/hold-seats';
import { type DraftKey, getDraftRow } from './draft-access';

/**
 * A purchase that was refused has freed every seat at once. This holds the draft's seats again, so that one lost seat
 * does not cost the customer the rest; what somebody else was quicker to take is no longer held. Throws `DRAFT_UNKNOWN`.
 */
export async function holdAgain(airline: Airline, key: DraftKey): Promise<void> {
  const draft = await getDraftRow(airline, key);
  const { customerId } = key.owner;
  const holds = await airline.db.select().from(draftHolds).where(eq(draftHolds.bookingDraftId, draft.id));
  for (const { legId, seats } of holds) {
    const lost: string[] = [];
    for (const seat of seats) {
      const request = { legId, seats: [seat], bookingDraftId: draft.id, customerId };
      if (!(await canHold(airline, request))) lost.push(seat);
    }
    // A seat that was held again has brought the receipt up to date; with none left it has to go.
    if (lost.length < seats.length) continue;
    await airline.db
      .delete(draftHolds)
      .where(and(eq(draftHolds.bookingDraftId, draft.id), eq(draftHolds.legId, legId)));
  }
}

/** False when the owner said no. Its silence says nothing about the seat: the receipt stays until it answers. */
async function canHold(
  airline: Airline,
  request: HoldRequest & { customerId: string | null },
): Promise<boolean> {
  try {
    await holdSeats(airline, request);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.code === 'AIRLINE_OFFLINE';
  }
}
