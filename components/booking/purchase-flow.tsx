'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { formatMoney } from '@/components/format/money';
import { SubmitButton } from '@/components/ui/submit-button';
import type { TransactionView } from '@/server/booking/transaction-view';
import type { LegLabel } from './leg-label';
import { RefusedPurchase } from './refused-purchase';
import { type NamedAirline, TransactionScreen } from './transaction-screen';
import { useTransaction } from './use-transaction';

type PurchaseFlowProps = {
  draftId: string;
  airlines: NamedAirline[];
  labels: LegLabel[];
  totalCents: number;
  /** The transaction that this draft has already led to. */
  initial: TransactionView | null;
  action: (previous: TransactionView | null, form: FormData) => Promise<TransactionView>;
  /** What stands in place of the button while there is nothing to press: nobody is signed in, say. Null: the button itself. */
  insteadOfButton: ReactNode;
  summary: ReactNode;
  heading: ReactNode;
  /** Who is signed in, in words. */
  buyer: string | null;
  children: ReactNode;
};

/** The review with its one button, and after the click the transaction in its place. */
export function PurchaseFlow(props: PurchaseFlowProps) {
  const {
    draftId,
    airlines,
    labels,
    totalCents,
    initial,
    action,
    insteadOfButton,
    summary,
    heading,
    buyer,
    children,
  } = props;
  const t = useTranslations('review.buy');
  const [answer, send, isSending] = useActionState(action, initial);
  const { isOpen, latest, isSlow, refused } = useTransaction({
    answer,
    isSending,
    outcomeHref: `/book/${draftId}/outcome`,
    confirmedHref: ({ recordLocator }) => (recordLocator ? `/bookings/${recordLocator}?new=1` : '/trips'),
  });

  if (isOpen)
    return <TransactionScreen kind="purchase" airlines={airlines} latest={latest} isSlow={isSlow} />;
  return (
    <>
      {heading}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="space-y-6">{children}</div>
        <div className="space-y-5 lg:sticky lg:top-4 lg:self-start">
          {refused && <RefusedPurchase draftId={draftId} view={refused} labels={labels} />}
          {summary}
          {insteadOfButton ?? (
            <form action={send}>
              <input type="hidden" name="quotedTotalCents" value={totalCents} />
              <SubmitButton size="large" pendingLabel={t('buying')} className="w-full">
                {t('button', { total: formatMoney(totalCents) })}
              </SubmitButton>
              <p className="mt-3 text-sm text-ink-muted">{t('promise')}</p>
              <p className="mt-1 text-sm text-ink-muted">{buyer}</p>
            </form>
          )}
        </div>
      </div>
    </>
  );
}
