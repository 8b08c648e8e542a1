import { cityGroups } from '@/server/domain/airport';
import { type ActiveFilter, activeFiltersOf } from '../filters/active-filters-of';
import { noFilters } from '../search-filters';
import type { SearchRequest } from '../search-request';
import { wayOf } from '../way';

/** One thing to ask differently when a search finds nothing. */
export type Change =
  | { kind: 'filter'; filter: ActiveFilter }
  | { kind: 'allFilters' }
  | { kind: 'anyOrigin' | 'anyDestination'; city: string }
  | { kind: 'airportChange' }
  | { kind: 'moreStops'; maxStops: number }
  | { kind: 'passengers'; count: number };

/** A search that may find something, and how it differs. */
export type Alternative = { change: Change; request: SearchRequest };

/** A search finds something for this many centavos. */
export type PricedAlternative = Alternative & { fareCents: number };

const mostStops = 3;

/** More than that nobody reads, and each is a search. */
const maxFilters = 8;

/** The same search without one of its filters, for each; a filter that widens is never in the way. */
export function withoutOneFilter(request: SearchRequest): Alternative[] {
  return narrowingFilters(request)
    .slice(0, maxFilters)
    .map(({ filter, without }) => ({ change: { kind: 'filter', filter }, request: without }));
}

/** The same search without any of its filters; null where that is no more than taking one away. */
export function withoutFilters(request: SearchRequest): Alternative | null {
  if (narrowingFilters(request).length < 2) return null;
  const { airportChange, maxStops } = request;
  const wide = { ...noFilters, airportChange, maxStops: Math.max(maxStops, noFilters.maxStops) };
  return { change: { kind: 'allFilters' }, request: { ...request, ...wide, pages: 1 } };
}

/** The same search with more ways to travel: other airports of the same city, a change of airport, another stop. */
export function widerSearches(request: SearchRequest): Alternative[] {
  const { maxStops, airportChange } = request;
  const wider: (Alternative | false)[] = [
    ...otherAirports(request),
    !airportChange && {
      change: { kind: 'airportChange' },
      request: { ...request, airportChange: true, pages: 1 },
    },
    maxStops === noFilters.maxStops && {
      change: { kind: 'moreStops', maxStops: mostStops },
      request: { ...request, maxStops: mostStops, pages: 1 },
    },
  ];
  return wider.filter((one) => one !== false);
}

/** The same search for fewer people, the most first; not once a way there has been chosen for all of them. */
export function forFewerPassengers(request: SearchRequest): Alternative[] {
  if (wayOf(request).isBack) return [];
  return Array.from({ length: request.passengers - 1 }, (_, index): Alternative => {
    const count = request.passengers - 1 - index;
    return { change: { kind: 'passengers', count }, request: { ...request, passengers: count, pages: 1 } };
  });
}

function narrowingFilters(request: SearchRequest) {
  return activeFiltersOf(request).filter(({ filter }) => {
    return filter.kind !== 'change' && !(filter.kind === 'stops' && filter.maxStops > noFilters.maxStops);
  });
}

/** The way back has to end where the way there began. */
function otherAirports(request: SearchRequest): Alternative[] {
  if (wayOf(request).isBack) return [];
  return (['from', 'to'] as const).flatMap((end): Alternative[] => {
    const group = cityGroups.find(({ airports }) => airports.includes(request[end]));
    if (!group) return [];
    const kind = end === 'from' ? 'anyOrigin' : 'anyDestination';
    return [{ change: { kind, city: group.city }, request: { ...request, [end]: group.code, pages: 1 } }];
  });
}
