import { and, eq } from 'drizzle-orm';
import { draftHolds } from '@/db/schema';
import type { Airline } from '../airline';
import type { LegId } from '../domain/leg';
import { type DraftKey, getDraftRow } from './draft-access';

/** One leg's held seats in the order of the passengers. */
export type SeatArrangement = { legId: LegId; seats: string[] };

/**
 * Says who sits where: the held seats of each leg in the order of the passengers. An arrangement that is not exactly
 * of the seats held is left aside, because the holds have changed meanwhile. Throws `DRAFT_UNKNOWN`.
 */
export async function arrangeSeats(
  airline: Airline,
  { arrangements, ...key }: DraftKey & { arrangements: SeatArrangement[] },
): Promise<void> {
  const draft = await getDraftRow(airline, key);
  const holds = await airline.db.select().from(draftHolds).where(eq(draftHolds.bookingDraftId, draft.id));
  for (const { legId, seats } of arrangements) {
    const held = holds.find((hold) => hold.legId === legId)?.seats ?? [];
    if (held.toSorted().join() !== seats.toSorted().join()) continue;
    await airline.db
      .update(draftHolds)
      .set({ seats })
      .where(and(eq(draftHolds.bookingDraftId, draft.id), eq(draftHolds.legId, legId)));
  }
}
