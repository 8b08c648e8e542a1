import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type DayPart, dayParts } from '@/server/domain/day-part';
import { iataSchema } from '@/server/domain/leg';
import { type SearchParams, textOf, textsOf } from './search-params';

/** More stops are searched for only when the traveller asks. */
export const defaultMaxStops = 2;

/** What narrows or widens a search; an empty list means any. */
export type SearchFilters = {
  maxStops: number;
  /** Every leg with one of these. */
  airlines: AirlineCode[];
  /** Parts of the day, local at the origin, in which the trip sets out. */
  departs: DayPart[];
  /** The same at the destination, for the arrival. */
  arrives: DayPart[];
  /** Airports that the traveller wants nothing to do with. */
  avoid: string[];
  /** Willing to change between airports of one city. */
  airportChange: boolean;
};

/** The filters of somebody who has not touched them. */
export const noFilters: Readonly<SearchFilters> = {
  maxStops: defaultMaxStops,
  airlines: [],
  departs: [],
  arrives: [],
  avoid: [],
  airportChange: false,
};

/** As many as a search accepts. */
const maxAvoided = 50;

/** Reads the filters of an address; what cannot be read counts as not said: a filter is never a reason to refuse. */
export function readFilters(params: SearchParams): SearchFilters {
  const stops = textOf(params.stops);
  return {
    maxStops: /^[0-3]$/.test(stops) ? Number(stops) : defaultMaxStops,
    airlines: chosenOf(airlineCodes, textsOf(params.airline)),
    departs: chosenOf(dayParts, textsOf(params.departs)),
    arrives: chosenOf(dayParts, textsOf(params.arrives)),
    avoid: avoidedOf(textsOf(params.avoid)),
    airportChange: textOf(params.change) === '1',
  };
}

/** The parameters that say these filters: only what differs from none, always in the same order. */
export function filterParameters(filters: Partial<SearchFilters>): [name: string, value: string][] {
  const { maxStops, airlines, departs, arrives, avoid, airportChange } = { ...noFilters, ...filters };
  return [
    ...named('stops', maxStops === defaultMaxStops ? [] : [String(maxStops)]),
    ...named('airline', chosenOf(airlineCodes, airlines)),
    ...named('departs', chosenOf(dayParts, departs)),
    ...named('arrives', chosenOf(dayParts, arrives)),
    ...named('avoid', avoidedOf(avoid)),
    ...named('change', airportChange ? ['1'] : []),
  ];
}

function named(name: string, values: readonly string[]): [string, string][] {
  return values.map((value) => [name, value]);
}

/** In their own order; all chosen is none chosen, so that one search has one address. */
function chosenOf<Choice extends string>(known: readonly Choice[], asked: readonly string[]): Choice[] {
  const chosen = known.filter((choice) => asked.includes(choice));
  return chosen.length === known.length ? [] : chosen;
}

function avoidedOf(asked: readonly string[]): string[] {
  const codes = asked.filter((iata) => iataSchema.safeParse(iata).success);
  return [...new Set(codes)].toSorted().slice(0, maxAvoided);
}
