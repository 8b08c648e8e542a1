import { useTranslations } from 'next-intl';
import type { SearchRequest } from '../search-request';
import { AirportWords } from './airport-words';
import { endAirportsOf, pickAirport } from './end-airports';
import { FilterGroup } from './filter-group';
import { FilterRow } from './filter-row';

type EndFilterProps = {
  request: SearchRequest;
  end: 'origins' | 'destinations';
  /** Code of the airport or city at this end. */
  place: string;
  /** Airports of the trips that there are. */
  served: readonly string[];
};

/** Which of a city's airports; nothing to choose where trips use only one. */
export function EndFilter({ request, end, place, served }: EndFilterProps) {
  const t = useTranslations('flights.filters');
  const airports = endAirportsOf(request, place, served);
  if (airports.offered.length < 2) return null;
  return (
    <FilterGroup label={t(end)}>
      <ul aria-label={t(end)}>
        {airports.offered.map((iata) => (
          <FilterRow
            key={iata}
            shape="many"
            to={pickAirport(request, airports, { place, iata })}
            chosen={airports.picked.includes(iata)}
          >
            <AirportWords iata={iata} />
          </FilterRow>
        ))}
      </ul>
    </FilterGroup>
  );
}
