import type { AirlineCode } from '@/server/domain/airline-code';
import type { Itinerary, ItinerarySort } from '@/server/domain/itinerary';
import { addDays, instantAtLocalTime } from '@/server/domain/local-time';
import { isConnection, maxLayoverMinutes } from './connection-rules';
import { type Remaining, type RemainingByAirport, remainingByLegs } from './distance-bounds';
import { type Candidate, itineraryId, type Measures } from './itinerary-order';
import { firstDeparture, type IndexedLeg, type LegIndex, type LegPair, toLeg } from './leg-index';
import { createShortlist, mayEnter, offer, ranked, type Shortlist } from './shortlist';

export type ItineraryQuery = {
  /** Where the trip may begin; the date is the local date there. All airports of the city, or one. */
  origins: readonly { iata: string; timeZone: string }[];
  /** Where it may end; none of them is an origin. */
  destinations: readonly string[];
  date: string;
  /** Only trips that set out later than this: what has departed, or is closed for sale, is not offered. */
  departsAfter: Date;
  passengers: number;
  maxStops: number;
  airlines: ReadonlySet<AirlineCode>;
  /** Only itineraries with a leg of one of these. */
  involving?: ReadonlySet<AirlineCode>;
  sort: ItinerarySort;
  limit: number;
  /** The airports of the same city, itself included, when the traveller is willing to change airport. */
  onwardAirports?: (landed: string) => readonly string[];
  maxLegsConsidered?: number;
};

/** `truncated`: the work budget ended first, so there may be better itineraries with the most stops. */
export type FoundItineraries = { itineraries: Itinerary[]; truncated: boolean };

/**
 * Legs looked at before a search gives up: about half a second on one core. Two stops on a network of 150,000 legs need
 * a small part of it; three stops on a large one may not.
 */
const defaultMaxLegsConsidered = 5_000_000;

const minuteMs = 60_000;

type Search = {
  index: LegIndex;
  query: ItineraryQuery;
  onwardAirports: (landed: string) => readonly string[];
  remaining: RemainingByAirport[];
  shortlist: Shortlist;
  path: IndexedLeg[];
  /** Number of stops of the itineraries that are being looked for in this round. */
  stops: number;
  budget: number;
};

/** A place on the way: from which airport, when (minutes since 1970 UTC, both ends count), what was paid so far, what is left to fly. */
type Departure = {
  airport: string;
  earliest: number;
  latest: number;
  fareCents: number;
  legsToFly: number;
};

/**
 * Every itinerary that answers the query is weighed; the result is the exact Pareto front of (total fare, duration,
 * stops), itineraries equal in all three included, then the best others by the sort, together at most `limit`.
 *
 * Depth-first by number of stops over legs grouped by airport pair; what cannot reach the destination with the legs
 * that are left, or cannot enter the answer by its lower bound, is not followed. No airport is used twice, no other
 * airport of the asked origin or destination is passed through, and the depth is bounded: cycles end by themselves.
 */
export function findItineraries(index: LegIndex, query: ItineraryQuery): FoundItineraries {
  const onwardAirports = query.onwardAirports ?? ((landed: string) => [landed]);
  const maxLegs = query.maxStops + 1;
  const search: Search = {
    index,
    query,
    onwardAirports,
    remaining: remainingByLegs(index, { destinations: query.destinations, onwardAirports, maxLegs }),
    shortlist: createShortlist(query.sort, query.limit),
    path: [],
    stops: 0,
    budget: query.maxLegsConsidered ?? defaultMaxLegsConsidered,
  };
  for (search.stops = 0; search.stops <= query.maxStops; search.stops++) setOut(search);
  const itineraries = ranked(search.shortlist).map(({ candidate, pareto }) =>
    toItinerary(candidate, query.passengers, pareto),
  );
  return { itineraries, truncated: search.budget < 0 };
}

function setOut(search: Search): void {
  const { origins, date, departsAfter } = search.query;
  for (const { iata, timeZone } of origins) {
    const midnight = minuteOf(instantAtLocalTime(`${date}T00:00`, timeZone));
    const nextMidnight = minuteOf(instantAtLocalTime(`${addDays(date, 1)}T00:00`, timeZone));
    departFrom(search, {
      airport: iata,
      earliest: Math.max(midnight, minuteOf(departsAfter) + 1),
      latest: nextMidnight - 1,
      fareCents: 0,
      legsToFly: search.stops + 1,
    });
  }
}

function departFrom(search: Search, departure: Departure): void {
  const onwards = search.remaining[departure.legsToFly - 1];
  for (const pair of search.index.pairsFrom.get(departure.airport) ?? []) {
    const onward = onwards?.get(pair.to);
    if (!onward || isClosed(search, pair.to, departure.legsToFly)) continue;
    if (mayEnter(search.shortlist, boundOfPair(search, departure, { pair, onward }))) {
      flyPair(search, departure, { pair, onward });
    }
  }
}

/** No airport twice, no return to the origin, and the first arrival at the destination is the end. */
function isClosed({ path, query }: Search, airport: string, legsToFly: number): boolean {
  if (legsToFly > 1 && query.destinations.includes(airport)) return true;
  return query.origins.some((origin) => origin.iata === airport) || isOnPath(path, airport);
}

function isOnPath(path: readonly IndexedLeg[], airport: string): boolean {
  return path.some((leg) => leg.from === airport || leg.to === airport);
}

type PairAhead = { pair: LegPair; onward: Remaining };

function boundOfPair(search: Search, departure: Departure, { pair, onward }: PairAhead): Measures {
  const start = search.path[0]?.departsMinute;
  const flightMinutes = pair.minFlightMinutes + onward.flightMinutes;
  return {
    fareCents: departure.fareCents + pair.minFareCents + onward.fareCents,
    durationMinutes: start === undefined ? flightMinutes : departure.earliest - start + flightMinutes,
    stops: search.stops,
    departsMinute: start ?? departure.earliest,
  };
}

function flyPair(search: Search, departure: Departure, { pair, onward }: PairAhead): void {
  const { path, query, shortlist } = search;
  const before = path.at(-1);
  const start = path[0]?.departsMinute;
  for (let place = firstDeparture(pair.legs, departure.earliest); place < pair.legs.length; place++) {
    const leg = pair.legs[place];
    if (!leg || leg.departsMinute > departure.latest || --search.budget < 0) return;
    if (leg.seatsLeft < query.passengers || !query.airlines.has(leg.airline)) continue;
    if (before && !isConnection(before, leg, leg.departsMinute - before.arrivesMinute)) continue;
    const departsMinute = start ?? leg.departsMinute;
    const bound = {
      fareCents: departure.fareCents + leg.fareCents + onward.fareCents,
      durationMinutes: leg.arrivesMinute - departsMinute + onward.flightMinutes,
      stops: search.stops,
      departsMinute,
    };
    if (!mayEnter(shortlist, bound)) continue;
    path.push(leg);
    if (departure.legsToFly === 1) arrive(search, bound);
    else landAt(search, leg, { ...departure, fareCents: departure.fareCents + leg.fareCents });
    path.pop();
  }
}

/** With nothing left to fly the lower bound is the measure. */
function arrive({ path, query, shortlist }: Search, measures: Measures): void {
  const { involving } = query;
  if (involving && !path.some((leg) => involving.has(leg.airline))) return;
  offer(shortlist, { ...measures, legs: [...path] });
}

function landAt(search: Search, leg: IndexedLeg, { fareCents, legsToFly }: Departure): void {
  for (const airport of search.onwardAirports(leg.to)) {
    if (airport !== leg.to && isOnPath(search.path, airport)) continue;
    departFrom(search, {
      airport,
      earliest: leg.arrivesMinute,
      latest: leg.arrivesMinute + maxLayoverMinutes,
      fareCents,
      legsToFly: legsToFly - 1,
    });
  }
}

function toItinerary(candidate: Candidate, passengers: number, pareto: boolean): Itinerary {
  return {
    id: itineraryId(candidate.legs),
    legs: candidate.legs.map(toLeg),
    totalFareCents: candidate.fareCents * passengers,
    durationMinutes: candidate.durationMinutes,
    stops: candidate.stops,
    connectionsMinutes: candidate.legs
      .slice(1)
      .map((leg, place) => leg.departsMinute - (candidate.legs[place]?.arrivesMinute ?? leg.departsMinute)),
    pareto,
  };
}

function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / minuteMs);
}
