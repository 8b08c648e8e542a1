import { useTranslations } from 'next-intl';
import type { JourneyLabel } from './by-journey';

/** Which way of the trip the legs under it belong to, from where to where and on which day. */
export function JourneyHeading({ journey, number }: { journey: JourneyLabel; number: number }) {
  const t = useTranslations('journey');
  const name = journey.direction ? t(journey.direction) : t('part', { number });
  return (
    <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b border-line pb-2">
      <span className="font-semibold">{name}</span>
      <span className="text-sm text-ink-muted">
        <span aria-hidden="true">
          {journey.from} → {journey.to}
        </span>
        <span className="sr-only">{t('oneWay', { from: journey.from, to: journey.to })}</span> ·{' '}
        {journey.date}
      </span>
    </h3>
  );
}
