import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type DayPart, dayParts } from '@/server/domain/day-part';
import { Refusal } from '@/server/errors';
import { type AirportsOnTheWay, airportsOnTheWay } from './airports-on-the-way';
import { beginSearch, type TripSought } from './begin-search';
import { lowestFare } from './lowest-fare';
import { parseInput, type SearchQueryInput, searchQuerySchema } from './search-query';
import { createSlices } from './slices';
import { isInSalesWindow, tripPlaces } from './trip-places';

const stopLimits = [0, 1, 2, 3] as const;

/**
 * What each choice of a filter would lead to. Fares are the lowest total fares in centavos of what is for sale, null
 * where nothing is: those of the query with this one choice in place of what it says there.
 */
export type SearchFacets = AirportsOnTheWay & {
  byStops: { maxStops: (typeof stopLimits)[number]; lowestFareCents: number | null }[];
  /** Flown by nobody else. */
  byAirline: Record<AirlineCode, number | null>;
  byDeparture: Record<DayPart, number | null>;
  byArrival: Record<DayPart, number | null>;
};

/** The choices that filters offer on a query; its airports are those of the same query that avoids none. Refuses as `searchItineraries` does. */
export async function searchFacets(airline: Airline, input: SearchQueryInput): Promise<SearchFacets> {
  const query = parseInput(searchQuerySchema, input);
  const { date } = query;
  const places = tripPlaces(query);
  if (!isInSalesWindow(date, places, airline.clock.now())) {
    throw new Refusal('DATE_OUT_OF_RANGE', { field: 'date' });
  }
  const { index, forSale, outOfReach } = await beginSearch(airline, query, places);
  const slices = createSlices();
  const fareOf = async (change: Partial<TripSought>) => {
    if (slices.isOver()) await slices.pause();
    return lowestFare(index, { ...forSale, ...change, date });
  };
  const byStops: SearchFacets['byStops'] = [];
  for (const maxStops of stopLimits) byStops.push({ maxStops, lowestFareCents: await fareOf({ maxStops }) });
  return {
    ...airportsOnTheWay(index, { ...forSale, ...places, date, avoided: undefined }),
    byStops,
    byAirline: await fareOfEach(airlineCodes, async (code) =>
      outOfReach.has(code) ? null : fareOf({ airlines: new Set([code]) }),
    ),
    byDeparture: await fareOfEach(dayParts, (part) => fareOf({ departsIn: new Set([part]) })),
    byArrival: await fareOfEach(dayParts, (part) => fareOf({ arrivesIn: new Set([part]) })),
  };
}

async function fareOfEach<Choice extends string>(
  choices: readonly Choice[],
  fareOf: (choice: Choice) => Promise<number | null>,
): Promise<Record<Choice, number | null>> {
  const fares: Partial<Record<Choice, number | null>> = {};
  for (const choice of choices) fares[choice] = await fareOf(choice);
  return fares as Record<Choice, number | null>;
}
