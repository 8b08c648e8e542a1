import { useTranslations } from 'next-intl';
import { formatInstant } from '@/components/format/instant';
import { formatMoney } from '@/components/format/money';
import { Card } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import type { CancelQuote as Quote } from '@/server/booking/cancel-booking';
import { cancellationFeePercent } from '@/server/domain/passenger-rights';

/** What comes back when the trip is cancelled now, and by which rule. */
export function CancelQuote({ quote }: { quote: Quote }) {
  const t = useTranslations('booking.cancel');
  return (
    <Card>
      <h2 className="display text-heading">{t('quote')}</h2>
      <dl className="mt-4 space-y-2">
        <div className="flex justify-between gap-4">
          <dt className="text-ink-muted">{t('paid')}</dt>
          <dd>
            <Price cents={quote.totalCents} />
          </dd>
        </div>
        <div className="flex justify-between gap-4">
          <dt className="text-ink-muted">{t('fee')}</dt>
          <dd className="figures">
            {quote.feeCents === 0 ? t('noFee') : `− ${formatMoney(quote.feeCents)}`}
          </dd>
        </div>
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3 font-semibold">
          <dt>{t('refund')}</dt>
          <dd>
            <Price cents={quote.refundCents} className="text-2xl tracking-tight" />
          </dd>
        </div>
      </dl>
      <p className="mt-4 text-sm">{ruleOf(quote, t)}</p>
      <p className="mt-1 text-sm text-ink-muted">{t('whatHappens')}</p>
    </Card>
  );
}

function ruleOf({ rule, freeUntil }: Quote, t: ReturnType<typeof useTranslations<'booking.cancel'>>): string {
  if (freeUntil === null) return t('feeRuleNever', { percent: cancellationFeePercent });
  const deadline = formatInstant(freeUntil);
  return rule === 'FREE_24H'
    ? t('free', { deadline })
    : t('feeRule', { deadline, percent: cancellationFeePercent });
}
