import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { airportsOf, airportsOfCity } from '@/server/domain/airport';
import { dayParts } from '@/server/domain/day-part';
import { salesCloseBeforeDepartureMs } from '@/server/domain/sales-close';
import { type FreshnessByAirline, freshnessOfAirlines } from '@/server/replication/freshness';
import { getCatalogueIndex } from './catalogue-index';
import type { ItineraryQuery } from './itinerary-query';
import type { LegIndex } from './leg-index/leg-index';
import type { TripQuery } from './search-query';
import type { TripPlaces } from './trip-places';

/** A query without its day, and without what only a list of itineraries needs. */
export type TripSought = Omit<ItineraryQuery, 'date' | 'sort' | 'limit'>;

/** A search that may begin: what there is to search in, and what to look for in it. */
export type BegunSearch = {
  index: LegIndex;
  /** How fresh each airline's part of the index is. */
  airlines: FreshnessByAirline;
  /** What is asked, of whichever airline. */
  sought: TripSought;
  /** The same, only of airlines that can be reached. */
  forSale: TripSought;
  /** The airlines that cannot be reached: shown, not for sale. */
  outOfReach: ReadonlySet<AirlineCode>;
};

/** Turns a checked query into a search over all catalogues that this airline knows. */
export async function beginSearch(
  airline: Airline,
  query: TripQuery,
  places: TripPlaces,
): Promise<BegunSearch> {
  const { index, asOfByAirline } = await getCatalogueIndex(airline);
  const airlines = freshnessOfAirlines(airline, asOfByAirline);
  const sought = soughtBy(query, places, airline.clock.now());
  const outOfReach = new Set(airlineCodes.filter((code) => airlines[code].state === 'offline'));
  const reachable = [...sought.airlines].filter((code) => !outOfReach.has(code));
  return { index, airlines, sought, forSale: { ...sought, airlines: new Set(reachable) }, outOfReach };
}

function soughtBy(query: TripQuery, { origins, destinations }: TripPlaces, now: Date): TripSought {
  const avoided = new Set(query.avoidAirports.flatMap(airportsOf));
  const salesCloseMs = now.getTime() + salesCloseBeforeDepartureMs;
  return {
    passengers: query.passengers,
    maxStops: query.maxStops,
    airlines: new Set(query.airlines ?? airlineCodes),
    origins: origins.filter(({ iata }) => !avoided.has(iata)),
    destinations: destinations.filter(({ iata }) => !avoided.has(iata)),
    avoided,
    departsIn: narrowing(query.departs, dayParts),
    arrivesIn: narrowing(query.arrives, dayParts),
    departsAfter: new Date(Math.max(salesCloseMs, Date.parse(query.departsAfter ?? now.toISOString()))),
    onwardAirports: query.airportChange ? airportsOfCity : undefined,
  };
}

/** None chosen means any, and so do all of them. */
function narrowing<Choice>(
  chosen: readonly Choice[],
  all: readonly Choice[],
): ReadonlySet<Choice> | undefined {
  const choices = new Set(chosen);
  return choices.size === 0 || choices.size === all.length ? undefined : choices;
}
