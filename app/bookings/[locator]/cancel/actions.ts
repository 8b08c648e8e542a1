'use server';

import { refresh, revalidatePath } from 'next/cache';
import { RedirectType, redirect } from 'next/navigation';
import { admitPurchase } from '@/server/booking/admit-purchase';
import { cancelBooking, cancelInputSchema } from '@/server/booking/cancel-booking';
import { refusedView, type TransactionView, transactionView } from '@/server/booking/transaction-view';
import { getAirline } from '@/server/boot';
import { Refusal } from '@/server/errors';
import { readOwnedLocator } from '../read-booking';

/**
 * Cancels the booking at every airline or at none, for the refund that the page showed. Form fields: `idempotencyKey`
 * (one per quote, so that a second press is the same cancellation) and `quotedRefundCents`.
 */
export async function cancelAction(
  locator: string,
  _previous: TransactionView | null,
  form: FormData,
): Promise<TransactionView> {
  const owned = await readOwnedLocator(locator);
  if (!owned) redirect('/trips');
  const { recordLocator, customerId } = owned;
  const input = cancelInputSchema.safeParse({
    recordLocator,
    idempotencyKey: form.get('idempotencyKey'),
    quotedRefundCents: Number(form.get('quotedRefundCents')),
  });
  const answer = await cancel(customerId, input);
  if (answer.status === 'confirmed') {
    // In place of the quote, and without the pages that the browser kept: nowhere is the trip still to be cancelled.
    revalidatePath(`/bookings/${recordLocator}`, 'layout');
    redirect(`/bookings/${recordLocator}?cancelled=1`, RedirectType.replace);
  }
  // The next press is another cancellation, at the refund of then: it needs a new quote and its own key.
  if (answer.status === 'refused') refresh();
  return answer;
}

async function cancel(
  customerId: string,
  input: ReturnType<typeof cancelInputSchema.safeParse>,
): Promise<TransactionView> {
  try {
    if (!input.success) throw new Refusal('INPUT_INVALID');
    const airline = getAirline();
    const cancellation = { ...input.data, customerId };
    return transactionView(
      await admitPurchase(airline, customerId, () => cancelBooking(airline, cancellation)),
    );
  } catch (error) {
    return refusedView(error);
  }
}
