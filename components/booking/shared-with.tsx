import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { inCanonicalOrder } from '@/server/domain/airline-code';
import type { LegLabel } from './leg-label';

/** Which airline gets the passengers' data, and for which legs only. */
export function SharedWith({ labels }: { labels: LegLabel[] }) {
  const t = useTranslations('passengers.shared');
  const airlines = inCanonicalOrder(labels.map((label) => label.airline));
  return (
    <section aria-labelledby="shared-with" className="rounded-card bg-sunken p-5 text-sm">
      <h2 id="shared-with" className="font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-ink-muted">{t('lead')}</p>
      <ul className="mt-3 space-y-1.5">
        {airlines.map((airline) => (
          <li key={airline} className="flex flex-wrap gap-x-2">
            <AirlineName airline={airline} />
            <span className="figures text-ink-muted">
              {labels
                .filter((label) => label.airline === airline)
                .map((label) => `${label.from.iata}\u00a0→\u00a0${label.to.iata}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-muted">{t('nobody')}</p>
    </section>
  );
}
