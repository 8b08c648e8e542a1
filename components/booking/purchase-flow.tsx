'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useState } from 'react';
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
  /** What stands in place of the button while nobody is signed in. */
  signIn: ReactNode;
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
    signIn,
    summary,
    heading,
    buyer,
    children,
  } = props;
  const t = useTranslations('review.buy');
  const router = useRouter();
  const [answer, send, isSending] = useActionState(action, initial);
  const [refusedLater, setRefusedLater] = useState<TransactionView | null>(null);
  const isOpen = isSending || (answer?.status === 'pending' && refusedLater === null);
  const { latest, isSlow } = useTransaction(`/book/${draftId}/outcome`, isOpen);

  useEffect(() => {
    if (isSending || answer?.status !== 'pending') return;
    if (latest?.status === 'confirmed') {
      router.replace(latest.recordLocator ? `/bookings/${latest.recordLocator}?new=1` : '/trips');
    }
    if (latest?.status === 'refused') {
      setRefusedLater(latest);
      router.refresh();
    }
  }, [isSending, answer, latest, router]);

  if (isOpen) {
    const isPending = isSlow || (!isSending && answer?.status === 'pending');
    return (
      <TransactionScreen kind="purchase" airlines={airlines} latest={latest ?? answer} isSlow={isPending} />
    );
  }
  const refused = refusedLater ?? (answer?.status === 'refused' ? answer : null);
  return (
    <>
      {heading}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="space-y-6">{children}</div>
        <div className="space-y-5 lg:sticky lg:top-4 lg:self-start">
          {refused && <RefusedPurchase draftId={draftId} view={refused} labels={labels} />}
          {summary}
          {signIn ?? (
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
