import { useTranslations } from 'next-intl';
import type { SearchRequest } from '../search-request';
import { FilterGroup } from './filter-group';
import { FilterRow } from './filter-row';

/** Whether the traveller would go from one airport of a city to another on the way. */
export function ChangeFilter({ request }: { request: SearchRequest }) {
  const t = useTranslations('flights.filters');
  const chosen = request.airportChange;
  return (
    <FilterGroup label={t('change')}>
      <ul aria-label={t('change')}>
        <FilterRow shape="many" to={{ ...request, airportChange: !chosen }} chosen={chosen}>
          {t('changeAccepted')}
        </FilterRow>
      </ul>
      <p className="text-sm text-ink-muted">{t('changeHint')}</p>
    </FilterGroup>
  );
}
