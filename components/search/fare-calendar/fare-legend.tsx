import { useTranslations } from 'next-intl';
import { FareBars } from './fare-bars';

/** What the marks of the days mean; each day says it in words too. */
export function FareLegend() {
  const t = useTranslations('flights.calendar');
  return (
    <ul aria-hidden="true" className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-muted">
      {([1, 2, 3] as const).map((level) => (
        <li key={level} className="flex items-center gap-2">
          <FareBars level={level} /> {t('level', { level })}
        </li>
      ))}
      <li>
        <span className="rounded-full bg-positive-soft px-1.5 py-0.5 font-semibold text-positive">
          {t('lowest')}
        </span>
      </li>
    </ul>
  );
}
