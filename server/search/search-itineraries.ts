import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type Airport, cityGroups } from '@/server/domain/airport';
import type { Itinerary } from '@/server/domain/itinerary';
import { salesCloseBeforeDepartureMs } from '@/server/domain/sales-close';
import { Refusal } from '@/server/errors';
import { type AirlineFreshness, freshnessOfAirlines } from '@/server/replication/freshness';
import { getCatalogueIndex } from './catalogue-index';
import { type FoundItineraries, findItineraries, type ItineraryQuery } from './find-itineraries';
import type { LegIndex } from './leg-index';
import { type LegView, legView } from './leg-view';
import {
  airportsBehind,
  checkDate,
  type SearchQuery,
  type SearchQueryInput,
  searchQuerySchema,
} from './search-query';

/** An itinerary as it crosses the wire; `totalFareCents` for all passengers of the query, `pareto` as in the query's answer. */
export type ItineraryView = Omit<Itinerary, 'legs'> & {
  /** False when an airline of it cannot be reached: shown, not for sale. */
  bookable: boolean;
  legs: LegView[];
};

export type SearchAnswer = {
  airlines: Record<AirlineCode, AirlineFreshness>;
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
  const query = parseQuery(input);
  const origins = airportsBehind(query.from, 'from');
  const destinations = airportsBehind(query.to, 'to').map((airport) => airport.iata);
  checkPlacesAndDate(query, { origins, destinations, now: airline.clock.now() });

  const { index, asOfByAirline } = await getCatalogueIndex(airline);
  const airlines = freshnessOfAirlines(airline, asOfByAirline);
  const sought: ItineraryQuery = {
    ...query,
    origins,
    destinations,
    departsAfter: new Date(airline.clock.now().getTime() + salesCloseBeforeDepartureMs),
    airlines: new Set(query.airlines ?? airlineCodes),
    onwardAirports: query.airportChange ? airportsOfCity : undefined,
  };
  const offline = new Set(airlineCodes.filter((code) => airlines[code].state === 'offline'));
  const forSale = findItineraries(index, { ...sought, airlines: without(sought.airlines, offline) });
  const notForSale =
    offline.size > 0 ? findNotBookable(index, sought, offline) : { itineraries: [], truncated: false };
  return {
    airlines,
    itineraries: [
      ...forSale.itineraries.map((itinerary) => itineraryView(itinerary, true)),
      ...notForSale.itineraries.map((itinerary) => itineraryView({ ...itinerary, pareto: false }, false)),
    ],
    truncated: forSale.truncated || notForSale.truncated,
  };
}

function parseQuery(input: SearchQueryInput): SearchQuery {
  const parsed = searchQuerySchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refusal('INPUT_INVALID', { field: parsed.error.issues[0]?.path.join('.') });
}

type Places = { origins: readonly Airport[]; destinations: readonly string[]; now: Date };

function checkPlacesAndDate(query: SearchQuery, { origins, destinations, now }: Places): void {
  if (origins.some((origin) => destinations.includes(origin.iata))) {
    throw new Refusal('SAME_AIRPORT', { field: 'to' });
  }
  for (const { timeZone } of origins) checkDate(query.date, timeZone, now);
}

function findNotBookable(
  index: LegIndex,
  query: ItineraryQuery,
  offline: Set<AirlineCode>,
): FoundItineraries {
  return findItineraries(index, {
    ...query,
    involving: offline,
    limit: Math.min(query.limit, maxNotBookable),
  });
}

function without(airlines: ReadonlySet<AirlineCode>, offline: ReadonlySet<AirlineCode>): Set<AirlineCode> {
  return new Set([...airlines].filter((code) => !offline.has(code)));
}

function airportsOfCity(iata: string): readonly string[] {
  return cityGroups.find((group) => group.airports.includes(iata))?.airports ?? [iata];
}

function itineraryView({ legs, ...itinerary }: Itinerary, bookable: boolean): ItineraryView {
  return { ...itinerary, bookable, legs: legs.map(legView) };
}
