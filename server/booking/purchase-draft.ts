import { eq } from 'drizzle-orm';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import { isRefusal, Refusal } from '../errors';
import { type DraftKey, type DraftRow, getDraftRow } from './draft-access';
import { getDraft } from './get-draft';
import { purchase } from './purchase';
import { purchaseOutcome } from './purchase-outcome';
import type { PurchaseResult } from './purchase-result';

/**
 * Buys what a draft holds: the same click twice is one purchase, by the draft's idempotency key. After a refusal the
 * draft gets a new key, so that the customer can choose other seats and try again. Throws `HOLD_EXPIRED` when a leg
 * has no seats held any more, and `DRAFT_UNKNOWN`.
 */
export async function purchaseDraft(
  airline: Airline,
  { customerId, quotedTotalCents, ...key }: DraftKey & { customerId: string; quotedTotalCents: number },
): Promise<PurchaseResult> {
  const row = await getDraftRow(airline, key);
  const earlier = await findOutcome(airline, row, customerId);
  if (earlier) return earlier;
  const draft = await getDraft(airline, key);
  if (!draft.details) throw new Refusal('INPUT_INVALID', { field: 'passengers' });
  await airline.db.update(bookingDrafts).set({ customerId }).where(eq(bookingDrafts.id, row.id));
  const legs = draft.legs.map(({ legId }) => {
    const seats = draft.holds.find((hold) => hold.legId === legId)?.seats ?? [];
    if (seats.length !== row.passengerCount) throw new Refusal('HOLD_EXPIRED', { legId });
    return { legId, seats };
  });
  const result = await purchase(
    airline,
    { idempotencyKey: row.idempotencyKey, legs, ...draft.details, quotedTotalCents, bookingDraftId: row.id },
    customerId,
  );
  if (result.status === 'refused') {
    await airline.db
      .update(bookingDrafts)
      .set({ idempotencyKey: airline.ids.uuid() })
      .where(eq(bookingDrafts.id, row.id));
  }
  return result;
}

/** The transaction that this draft's purchase has led to, or null while nothing was bought. Throws `DRAFT_UNKNOWN`. */
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
