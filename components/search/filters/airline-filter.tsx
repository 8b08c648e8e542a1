import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { airlineCodes } from '@/server/domain/airline-code';
import type { SearchFacets } from '@/server/search/search-facets';
import type { SearchRequest } from '../search-request';
import { FilterGroup } from './filter-group';
import { FilterRow } from './filter-row';

type AirlineFilterProps = { request: SearchRequest; byAirline: SearchFacets['byAirline'] };

/** Airlines that may operate the trip; none chosen means whoever flies. */
export function AirlineFilter({ request, byAirline }: AirlineFilterProps) {
  const t = useTranslations('flights.filters');
  return (
    <FilterGroup label={t('airlines')} detail={t('startingAt')}>
      <ul aria-label={t('airlines')}>
        {airlineCodes.map((code) => {
          const chosen = request.airlines.includes(code);
          const others = request.airlines.filter((other) => other !== code);
          return (
            <FilterRow
              key={code}
              shape="many"
              to={{ ...request, airlines: chosen ? others : [...others, code] }}
              chosen={chosen}
              fareCents={byAirline[code]}
            >
              <span className="flex">
                <AirlineName airline={code} />
              </span>
            </FilterRow>
          );
        })}
      </ul>
    </FilterGroup>
  );
}
