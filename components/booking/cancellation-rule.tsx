import { useTranslations } from 'next-intl';
import { formatInstant } from '@/components/format/instant';
import { cancellationFeePercent } from '@/server/domain/passenger-rights';

type CancellationRuleProps = { right: { deadline: string } | { reason: 'DEPARTS_WITHIN_7_DAYS' } };

/** The law of 24 hours with its exact end, or why it does not apply; and what cancelling costs otherwise. */
export function CancellationRule({ right }: CancellationRuleProps) {
  const t = useTranslations('review.cancellation');
  if ('reason' in right) return <p>{t('notFree', { percent: cancellationFeePercent })}</p>;
  return (
    <div className="space-y-1">
      <p>{t('free', { deadline: formatInstant(right.deadline) })}</p>
      <p className="text-ink-muted">{t('freeAfter', { percent: cancellationFeePercent })}</p>
    </div>
  );
}
