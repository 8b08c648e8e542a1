import { defaultMaxStops, type SearchRequest } from './search-request';

type Search = Pick<SearchRequest, 'from' | 'to' | 'date' | 'passengers'> & Partial<SearchRequest>;

/** The query string of a search, without `?`; defaults are left out, so that one search has one address. */
export function searchQueryString(search: Search): string {
  const { from, to, date, passengers, sort = 'best', maxStops = defaultMaxStops, airlines = [] } = search;
  const query = new URLSearchParams({ from, to, date, passengers: String(passengers) });
  if (sort !== 'best') query.set('sort', sort);
  if (maxStops !== defaultMaxStops) query.set('stops', String(maxStops));
  for (const airline of airlines) query.append('airline', airline);
  return query.toString();
}

/** The address of the results of a search. */
export function flightsHref(search: Search): string {
  return `/flights?${searchQueryString(search)}`;
}
