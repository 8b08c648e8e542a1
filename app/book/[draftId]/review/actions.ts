'use server';

import { refresh, revalidatePath } from 'next/cache';
import { RedirectType, redirect } from 'next/navigation';
import { z } from 'zod';
import { getSession } from '@/server/auth/session';
import { admitPurchase } from '@/server/booking/admit-purchase';
import { getDraft } from '@/server/booking/get-draft';
import { holdAgain } from '@/server/booking/hold-again';
import { purchaseDraft } from '@/server/booking/purchase-draft';
import { refusedView, type TransactionView, transactionView } from '@/server/booking/transaction-view';
import { getAirline } from '@/server/boot';
import { Refusal, type RefusalCode } from '@/server/errors';
import { readDraftOwner } from '../draft-owner';
import { hasAllSeats } from '../has-all-seats';

const quotedTotalSchema = z.coerce.number().int().min(0);

/**
 * The one button: buys what the draft holds at the price that the page showed (`quotedTotalCents`). Pressed twice, or
 * sent again by a reload, it is the same purchase. Goes to the booking when it is confirmed; else answers how it stands.
 */
export async function buyAction(
  draftId: string,
  _previous: TransactionView | null,
  form: FormData,
): Promise<TransactionView> {
  const session = await getSession();
  if (!session) redirect(`/sign-in?next=/book/${draftId}/review`);
  const { customerId } = session;
  const answer = await buy(draftId, customerId, form.get('quotedTotalCents'));
  if (answer.status === 'confirmed') {
    // In place of the review, and without the pages that the browser kept: going back leads to what was bought.
    revalidatePath(`/book/${draftId}`, 'layout');
    redirect(
      answer.recordLocator ? `/bookings/${answer.recordLocator}?new=1` : '/trips',
      RedirectType.replace,
    );
  }
  if (answer.refusal) await goOn(draftId, answer.refusal.code);
  return answer;
}

/** After a refusal: the seats are held again, and where some are lost, others are to be chosen. */
async function goOn(draftId: string, refused: RefusalCode): Promise<void> {
  const key = { draftId, owner: await readDraftOwner() };
  if (refused !== 'DRAFT_UNKNOWN') {
    await holdAgain(getAirline(), key);
    const hasSeats = hasAllSeats(await getDraft(getAirline(), key));
    if (!hasSeats) redirect(`/book/${draftId}/seats?problem=${refused}`);
  }
  refresh();
}

async function buy(
  draftId: string,
  customerId: string,
  quoted: FormDataEntryValue | null,
): Promise<TransactionView> {
  try {
    const quotedTotal = quotedTotalSchema.safeParse(quoted);
    if (!quotedTotal.success) throw new Refusal('INPUT_INVALID', { field: 'quotedTotalCents' });
    const airline = getAirline();
    const draft = { draftId, owner: await readDraftOwner(), customerId, quotedTotalCents: quotedTotal.data };
    return transactionView(await admitPurchase(airline, customerId, () => purchaseDraft(airline, draft)));
  } catch (error) {
    return refusedView(error);
  }
}
