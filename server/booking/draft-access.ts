import { eq } from 'drizzle-orm';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import { Refusal } from '../errors';

/** Who may touch a draft: the browser that started it, or the customer who signed in with it. */
export type DraftOwner = { visitorId: string | null; customerId: string | null };

export type DraftKey = { draftId: string; owner: DraftOwner };

export type DraftRow = typeof bookingDrafts.$inferSelect;

/** The draft's row, for its owner. Throws `DRAFT_UNKNOWN` for everybody else. */
export async function getDraftRow(airline: Airline, { draftId, owner }: DraftKey): Promise<DraftRow> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(draftId);
  const [row] = isUuid
    ? await airline.db.select().from(bookingDrafts).where(eq(bookingDrafts.id, draftId))
    : [];
  const isVisitor = row !== undefined && owner.visitorId !== null && row.visitorId === owner.visitorId;
  const isCustomer = row !== undefined && owner.customerId !== null && row.customerId === owner.customerId;
  if (!row || !(isVisitor || isCustomer)) throw new Refusal('DRAFT_UNKNOWN');
  return row;
}
