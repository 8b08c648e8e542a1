import type { SearchRequest } from '@/components/search/search-request';
import { type Way, wayOf } from '@/components/search/way';
import type { DaysQueryInput } from '@/server/search/search-query';

/** What a search of any day is asked, as the search verbs take it. */
export type EveryDayInput = Omit<DaysQueryInput, 'dates'>;

/** A request in the words of the search verbs, for the way that is being chosen unless another is given. */
export function searchInput(
  request: SearchRequest,
  { from, to }: Pick<Way, 'from' | 'to'> = wayOf(request),
): EveryDayInput {
  const { passengers, maxStops, airlines, departs, arrives, avoid, airportChange } = request;
  return {
    from,
    to,
    passengers,
    maxStops,
    airlines: airlines.length > 0 ? airlines : undefined,
    departs,
    arrives,
    avoidAirports: avoid,
    airportChange,
  };
}
