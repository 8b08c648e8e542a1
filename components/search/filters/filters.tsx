import { useTranslations } from 'next-intl';
import { cityGroups, findAirport } from '@/server/domain/airport';
import type { SearchFacets } from '@/server/search/search-facets';
import type { SearchRequest } from '../search-request';
import { wayOf } from '../way';
import { AirlineFilter } from './airline-filter';
import { ChangeFilter } from './change-filter';
import { ConnectionFilter } from './connection-filter';
import { EndFilter } from './end-filter';
import { StopFilter } from './stop-filter';
import { TimeFilter } from './time-filter';

type FiltersProps = { request: SearchRequest; facets: SearchFacets };

/** Everything by which the way that is being chosen can be narrowed or widened, in as many columns as there is room for. */
export function Filters({ request, facets }: FiltersProps) {
  const t = useTranslations('flights.filters');
  const { from, to } = wayOf(request);
  return (
    <nav
      aria-label={t('label')}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-x-10 gap-y-7"
    >
      <StopFilter request={request} byStops={facets.byStops} />
      <TimeFilter request={request} end="departs" city={cityOf(from)} fares={facets.byDeparture} />
      <TimeFilter request={request} end="arrives" city={cityOf(to)} fares={facets.byArrival} />
      <AirlineFilter request={request} byAirline={facets.byAirline} />
      <EndFilter request={request} end="origins" place={from} served={facets.origins} />
      <EndFilter request={request} end="destinations" place={to} served={facets.destinations} />
      <ConnectionFilter request={request} connections={facets.connections} />
      <ChangeFilter request={request} />
    </nav>
  );
}

function cityOf(place: string): string {
  return cityGroups.find(({ code }) => code === place)?.city ?? findAirport(place)?.city ?? place;
}
