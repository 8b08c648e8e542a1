'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { formatMoney } from '@/components/format/money';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { TransactionView } from '@/server/booking/transaction-view';
import { type NamedAirline, TransactionScreen } from './transaction-screen';
import { useTransaction } from './use-transaction';

type CancelFlowProps = {
  recordLocator: string;
  airlines: NamedAirline[];
  idempotencyKey: string;
  refundCents: number;
  action: (previous: TransactionView | null, form: FormData) => Promise<TransactionView>;
  /** The page's heading and the quote. */
  children: ReactNode;
};

/** The quote with its one button, and after the press the transaction in its place. */
export function CancelFlow(props: CancelFlowProps) {
  const { recordLocator, airlines, idempotencyKey, refundCents, action, children } = props;
  const t = useTranslations('booking.cancel');
  const [answer, send, isSending] = useActionState(action, null);
  const bookingHref = `/bookings/${recordLocator}`;
  const { isOpen, latest, isSlow, refused } = useTransaction({
    answer,
    isSending,
    outcomeHref: `${bookingHref}/outcome?key=${idempotencyKey}`,
    confirmedHref: () => `${bookingHref}?cancelled=1`,
  });

  if (isOpen)
    return <TransactionScreen kind="cancellation" airlines={airlines} latest={latest} isSlow={isSlow} />;
  return (
    <>
      {refused?.refusal && (
        <Alert tone="danger" role="alert" title={t('refused')} className="mb-5">
          <p>{refused.refusal.sentence}</p>
          <p className="font-semibold">{t('nothingChanged')}</p>
        </Alert>
      )}
      {children}
      <form action={send} className="mt-6 flex flex-wrap gap-3">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="quotedRefundCents" value={refundCents} />
        <SubmitButton variant="danger" pendingLabel={t('sending')}>
          {refundCents > 0 ? t('button', { refund: formatMoney(refundCents) }) : t('buttonNothing')}
        </SubmitButton>
        <LinkButton href={bookingHref} variant="secondary">
          {t('keep')}
        </LinkButton>
      </form>
    </>
  );
}
