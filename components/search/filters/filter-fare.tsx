import { useTranslations } from 'next-intl';
import { Price } from '@/components/ui/price';

/** What a choice starts at, in centavos for all passengers; null: it leads to nothing. */
export function FilterFare({ cents }: { cents: number | null }) {
  const t = useTranslations('flights.filters');
  return (
    <span className="text-sm font-normal text-ink-muted">
      {cents !== null && <span className="sr-only">{t('startingAt')} </span>}
      {cents === null ? t('nothing') : <Price cents={cents} />}
    </span>
  );
}
