import type postgres from 'postgres';
import type { Airline } from '@/server/airline';
import { airlineCodes } from '@/server/domain/airline-code';
import { type LegId, legIdSchema } from '@/server/domain/leg';
import { freshnessOfAirlines } from '@/server/replication/freshness';
import { connectLegs } from '@/server/search/connect-legs';
import { findLegs } from '@/server/search/find-legs';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import { type ItineraryView, itineraryView } from '@/server/search/itinerary-view';
import type { SearchAnswer } from '@/server/search/search-itineraries';
import { parseInput, type SearchQueryInput, searchQuerySchema } from '@/server/search/search-query';
import { tripPlaces } from '@/server/search/trip-places';
import { findByJoin, type JoinedTrip, legIdsOf } from '../methods/join';

/**
 * What `searchItineraries` would be without an index: the same question, the same answer, from the join and a look at the
 * legs that it names. Of a list it gives the front only.
 */
export async function searchByJoin(
  airline: Airline,
  sql: postgres.Sql,
  input: SearchQueryInput,
): Promise<SearchAnswer> {
  const asked = parseInput(searchQuerySchema, input);
  const query: ItineraryQuery = {
    ...asked,
    ...tripPlaces(asked),
    airlines: new Set(airlineCodes),
    departsAfter: airline.clock.now(),
    avoided: undefined,
  };
  const trips = await findByJoin(sql, query);
  const legs = await findLegs(airline, idsOf(trips));
  const legsById = new Map(legs.map((leg) => [leg.legId, leg]));
  const viewOf = (trip: JoinedTrip): ItineraryView => {
    const flown = idsOf([trip]).flatMap((legId) => legsById.get(legId) ?? []);
    const itinerary = {
      id: legIdsOf(trip).join('|'),
      legs: flown,
      totalFareCents: trip.fare * query.passengers,
      durationMinutes: trip.minutes,
      stops: trip.stops,
      connectionsMinutes: connectLegs(flown),
      pareto: true,
    };
    return itineraryView(itinerary, true);
  };
  return {
    airlines: freshnessOfAirlines(airline, new Map()),
    itineraries: trips.map(viewOf),
    truncated: false,
  };
}

function idsOf(trips: readonly JoinedTrip[]): LegId[] {
  return [...new Set(trips.flatMap(legIdsOf))].map((legId) => legIdSchema.parse(legId));
}
