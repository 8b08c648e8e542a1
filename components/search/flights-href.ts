import { filterParameters } from './search-filters';
import type { SearchRequest } from './search-request';

type Search = Pick<SearchRequest, 'from' | 'to' | 'date' | 'passengers'> & Partial<SearchRequest>;

/** The query string of a search, without `?`; defaults are left out, so that one search has one address. */
export function searchQueryString(search: Search): string {
  const { from, to, date, passengers, returnDate, outbound, sort, month, pages } = search;
  const query = new URLSearchParams({ from, to, date, passengers: String(passengers) });
  if (returnDate) query.set('return', returnDate);
  if (returnDate && outbound) query.set('outbound', outbound);
  if (sort && sort !== 'best') query.set('sort', sort);
  for (const [name, value] of filterParameters(search)) query.append(name, value);
  if (month) query.set('month', month);
  if (pages && pages > 1) query.set('pages', String(pages));
  return query.toString();
}

/** The address of the results of a search. */
export function flightsHref(search: Search): string {
  return `/flights?${searchQueryString(search)}`;
}
