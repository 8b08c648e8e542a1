import { useTranslations } from 'next-intl';
import type { SearchFacets } from '@/server/search/search-facets';
import type { SearchRequest } from '../search-request';
import { FilterGroup } from './filter-group';
import { FilterRow } from './filter-row';

type StopFilterProps = { request: SearchRequest; byStops: SearchFacets['byStops'] };

/** How often one is willing to change. */
export function StopFilter({ request, byStops }: StopFilterProps) {
  const t = useTranslations('flights.filters');
  return (
    <FilterGroup label={t('stops')} detail={t('startingAt')}>
      <ul aria-label={t('stops')}>
        {byStops.map(({ maxStops, lowestFareCents }) => (
          <FilterRow
            key={maxStops}
            shape="one"
            to={{ ...request, maxStops }}
            chosen={request.maxStops === maxStops}
            fareCents={lowestFareCents}
          >
            {t('upToStops', { count: maxStops })}
          </FilterRow>
        ))}
      </ul>
    </FilterGroup>
  );
}
