import type { AirlineCode } from '@/server/domain/airline-code';
import { airportsOf } from '@/server/domain/airport';
import type { DayPart } from '@/server/domain/day-part';
import { noFilters } from '../search-filters';
import type { SearchRequest } from '../search-request';
import { wayOf } from '../way';

/** One thing that is not as it is by itself, as people would say it. */
export type ActiveFilter =
  | { kind: 'stops'; maxStops: number }
  | { kind: 'airlines'; airlines: AirlineCode[] }
  | { kind: 'departs' | 'arrives'; part: DayPart }
  /** Of a city's airports, those that are left. */
  | { kind: 'origins' | 'destinations'; airports: string[] }
  | { kind: 'avoid'; iata: string }
  | { kind: 'change' };

/** A filter, and the same search without it. */
export type RemovableFilter = { filter: ActiveFilter; without: SearchRequest };

/** Everything that narrows or widens a search, in the order in which the filters are offered. */
export function activeFiltersOf(request: SearchRequest): RemovableFilter[] {
  const { maxStops, airlines, departs, arrives, airportChange } = request;
  const without = (change: Partial<SearchRequest>) => ({ ...request, ...change, pages: 1 });
  const found: (RemovableFilter | false)[] = [
    maxStops !== noFilters.maxStops && {
      filter: { kind: 'stops', maxStops },
      without: without({ maxStops: noFilters.maxStops }),
    },
    ...departs.map((part): RemovableFilter => {
      return { filter: { kind: 'departs', part }, without: without({ departs: others(departs, part) }) };
    }),
    ...arrives.map((part): RemovableFilter => {
      return { filter: { kind: 'arrives', part }, without: without({ arrives: others(arrives, part) }) };
    }),
    airlines.length > 0 && { filter: { kind: 'airlines', airlines }, without: without({ airlines: [] }) },
    ...avoidedOf(request),
    airportChange && { filter: { kind: 'change' }, without: without({ airportChange: false }) },
  ];
  return found.filter((one) => one !== false);
}

/** How many there are, for `Filtros (2)`. */
export function countActiveFilters(request: SearchRequest): number {
  return activeFiltersOf(request).length;
}

/** Airports at the ends of the trip are said by those that are left, the others one by one. */
function avoidedOf(request: SearchRequest): RemovableFilter[] {
  const { from, to } = wayOf(request);
  const without = (gone: readonly string[]): SearchRequest => {
    return { ...request, avoid: request.avoid.filter((iata) => !gone.includes(iata)), pages: 1 };
  };
  const ends = (['origins', 'destinations'] as const).flatMap((kind): RemovableFilter[] => {
    const all = airportsOf(kind === 'origins' ? from : to);
    const left = all.filter((iata) => !request.avoid.includes(iata));
    if (left.length === all.length) return [];
    return [{ filter: { kind, airports: left }, without: without(all) }];
  });
  const atEnds = new Set([from, to].flatMap(airportsOf));
  const between = request.avoid.filter((iata) => !atEnds.has(iata));
  return [
    ...ends,
    ...between.map(
      (iata): RemovableFilter => ({ filter: { kind: 'avoid', iata }, without: without([iata]) }),
    ),
  ];
}

function others<Choice>(chosen: readonly Choice[], gone: Choice): Choice[] {
  return chosen.filter((choice) => choice !== gone);
}
