import { eq, inArray, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookingDrafts, draftHolds } from '@/db/schema';
import type { Airline } from '../airline';

/** A draft that nobody has bought is forgotten after this: holds live forty minutes, and people come back the same day. */
const draftLifeMs = 24 * 3_600_000;

/** One round forgets at most this many, so that it never holds locks for long. */
const batchSize = 500;

/** A draft that became a booking: what was typed into it is erased here. */
export async function closeDraft(tx: Tx, bookingDraftId: string | null): Promise<void> {
  if (!bookingDraftId) return;
  await tx.update(bookingDrafts).set({ details: null }).where(eq(bookingDrafts.id, bookingDraftId));
  await tx.delete(draftHolds).where(eq(draftHolds.bookingDraftId, bookingDraftId));
}

/** Forgets drafts older than a day, bought or not, with whatever was typed into them. */
export async function forgetOldDrafts(airline: Airline): Promise<void> {
  const before = new Date(airline.clock.now().getTime() - draftLifeMs);
  const old = airline.db
    .select({ id: bookingDrafts.id })
    .from(bookingDrafts)
    .where(lt(bookingDrafts.createdAt, before))
    .limit(batchSize);
  await airline.db.delete(bookingDrafts).where(inArray(bookingDrafts.id, old));
}
