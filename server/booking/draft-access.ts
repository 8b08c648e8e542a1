import { eq } from 'drizzle-orm';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import { Refusal } from '../errors';

/** Who asks for a draft: a browser, and the customer who is signed in to it. */
export type DraftOwner = { visitorId: string | null; customerId: string | null };

export type DraftKey = { draftId: string; owner: DraftOwner };

export type DraftRow = typeof bookingDrafts.$inferSelect;

/** The draft's row, for its owner. Throws `DRAFT_UNKNOWN` for everybody else. */
export async function getDraftRow(airline: Airline, { draftId, owner }: DraftKey): Promise<DraftRow> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(draftId);
  const [row] = isUuid
    ? await airline.db.select().from(bookingDrafts).where(eq(bookingDrafts.id, draftId))
    : [];
  if (!row || !isOwner(row, owner)) throw new Refusal('DRAFT_UNKNOWN');
  return row;
}

/**
 * A draft is its customer's, and before there is one, or while nobody is signed in, that of the browser that began it.
 * So who signs in where another customer was buying does not come by what that one typed or bought.
 */
function isOwner(row: DraftRow, { visitorId, customerId }: DraftOwner): boolean {
  if (row.customerId !== null && customerId !== null) return row.customerId === customerId;
  return visitorId !== null && row.visitorId === visitorId;
}
