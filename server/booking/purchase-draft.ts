import { and, eq } from 'drizzle-orm';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import { isRefusal, Refusal } from '../errors';
import { type DraftKey, type DraftRow, getDraftRow } from './draft-access';
import { getDraft } from './get-draft';
import { purchase } from './purchase';
import { purchaseOutcome } from './purchase-outcome';
import type { PurchaseResult } from './purchase-result';

/**
 * Buys what a draft holds: the same click twice is one purchase, by the draft's idempotency key. The click after a
 * refusal, however late that came, is another purchase. Throws `HOLD_EXPIRED` when a leg has no seats held any more,
 * and `DRAFT_UNKNOWN`.
 */
export async function purchaseDraft(
  airline: Airline,
  { customerId, quotedTotalCents, ...key }: DraftKey & { customerId: string; quotedTotalCents: number },
): Promise<PurchaseResult> {
  const found = await getDraftRow(airline, key);
  // Read before it is asked for: a purchase that ends meanwhile, and erases the draft, is then seen to have ended.
  const draft = await getDraft(airline, key);
  const earlier = await findOutcome(airline, found, customerId);
  if (earlier && earlier.status !== 'refused') return earlier;
  const row = earlier ? await withNewKey(airline, found) : found;
  if (!draft.details) throw new Refusal('INPUT_INVALID', { field: 'passengers' });
  await airline.db.update(bookingDrafts).set({ customerId }).where(eq(bookingDrafts.id, row.id));
  const legs = draft.legs.map(({ legId }) => {
    const seats = draft.holds.find((hold) => hold.legId === legId)?.seats ?? [];
    if (seats.length !== row.passengerCount) throw new Refusal('HOLD_EXPIRED', { legId });
    return { legId, seats };
  });
  return purchase(
    airline,
    { idempotencyKey: row.idempotencyKey, legs, ...draft.details, quotedTotalCents, bookingDraftId: row.id },
    customerId,
  );
}

/** The draft under the key of its next purchase. Of two clicks at once the first says which; both are that purchase. */
async function withNewKey(airline: Airline, row: DraftRow): Promise<DraftRow> {
  const { id, idempotencyKey } = row;
  const isUsed = and(eq(bookingDrafts.id, id), eq(bookingDrafts.idempotencyKey, idempotencyKey));
  await airline.db.update(bookingDrafts).set({ idempotencyKey: airline.ids.uuid() }).where(isUsed);
  const [renewed] = await airline.db.select().from(bookingDrafts).where(eq(bookingDrafts.id, id));
  return renewed ?? row;
}

/** How this draft's last purchase stands, a refused one too; null before the first. Throws `DRAFT_UNKNOWN`. */
export async function draftOutcome(airline: Airline, key: DraftKey): Promise<PurchaseResult | null> {
  const row = await getDraftRow(airline, key);
  const customerId = key.owner.customerId ?? row.customerId;
  return customerId ? findOutcome(airline, row, customerId) : null;
}

async function findOutcome(
  airline: Airline,
  { idempotencyKey }: DraftRow,
  customerId: string,
): Promise<PurchaseResult | null> {
  try {
    return await purchaseOutcome(airline, { customerId, idempotencyKey });
  } catch (error) {
    if (isRefusal(error) && error.code === 'PURCHASE_UNKNOWN') return null;
    throw error;
  }
}
