import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import type { FreshnessByAirline } from '@/server/replication/freshness';
import { type BegunSearch, beginSearch } from './begin-search';
import { type FoundItineraries, findItineraries } from './find-itineraries';
import type { ItineraryQuery } from './itinerary-query';
import { type ItineraryView, itineraryViews } from './itinerary-view';
import { parseInput, type SearchQuery, type SearchQueryInput, searchQuerySchema } from './search-query';
import { isInSalesWindow, tripPlaces } from './trip-places';

export type { ItineraryView } from './itinerary-view';

export type SearchAnswer = {
  airlines: FreshnessByAirline;
  itineraries: ItineraryView[];
  truncated: boolean;
};

/** Enough to see what an airline out of reach would fly, too few to bury what can be bought. */
const maxNotBookable = 10;

/**
 * Itineraries over all catalogues this airline knows. First what is for sale: the exact Pareto front of (total fare,
 * duration, stops), then the best others by the sort, at most `limit` together. Then, not counted in the limit and
 * never on the front, at most ten that need an airline out of reach. Departures within the last hour before take-off
 * are closed for sale and not shown.
 *
 * Refuses INPUT_INVALID, AIRPORT_UNKNOWN, SAME_AIRPORT and DATE_OUT_OF_RANGE with the field.
 */
export async function searchItineraries(airline: Airline, input: SearchQueryInput): Promise<SearchAnswer> {
  const query = parseInput(searchQuerySchema, input);
  const places = tripPlaces(query);
  if (!isInSalesWindow(query.date, places, airline.clock.now())) {
    throw new Refusal('DATE_OUT_OF_RANGE', { field: 'date' });
  }
  const search = await beginSearch(airline, query, places);
  const forSale = findItineraries(search.index, listed(search.forSale, query));
  const notForSale = findNotForSale(search, query);
  return {
    airlines: search.airlines,
    itineraries: [
      ...itineraryViews(forSale.itineraries, true),
      ...itineraryViews(notForSale.itineraries, false).map((itinerary) => ({ ...itinerary, pareto: false })),
    ],
    truncated: forSale.truncated || notForSale.truncated,
  };
}

function findNotForSale({ index, sought, outOfReach }: BegunSearch, query: SearchQuery): FoundItineraries {
  if (outOfReach.size === 0) return { itineraries: [], truncated: false };
  const limit = Math.min(query.limit, maxNotBookable);
  return findItineraries(index, { ...listed(sought, query), limit, involving: outOfReach });
}

function listed(sought: BegunSearch['sought'], { date, sort, limit }: SearchQuery): ItineraryQuery {
  return { ...sought, date, sort, limit };
}
