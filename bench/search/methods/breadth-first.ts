import { itineraryIdOf } from '@/server/domain/itinerary';
import { grouped } from '@/server/grouped';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';
import { enterFront, type FoundTrip } from './found-trip';
import { connectionMinutes, originDays } from './origin-days';

/** The legs that leave an airport between two minutes, both included. */
export type Departures = (airport: string, earliest: number, latest: number) => readonly IndexedLeg[];

/** Lists by airport, looked through from end to end: what most people would begin with. */
export function filteredDepartures(legs: readonly IndexedLeg[]): Departures {
  const legsFrom = grouped(legs, (leg) => leg.from);
  return (airport, earliest, latest) =>
    (legsFrom.get(airport) ?? []).filter(
      ({ departsMinute }) => departsMinute >= earliest && departsMinute <= latest,
    );
}

/** The same lists in order of departure, of which a binary search takes a piece. */
export function sortedDepartures(legs: readonly IndexedLeg[]): Departures {
  const inOrder = legs.toSorted((a, b) => a.departsMinute - b.departsMinute);
  const legsFrom = grouped(inOrder, (leg) => leg.from);
  return (airport, earliest, latest) => {
    const list = legsFrom.get(airport) ?? [];
    return list.slice(firstAtOrAfter(list, earliest), firstAtOrAfter(list, latest + 1));
  };
}

function firstAtOrAfter(legs: readonly IndexedLeg[], minute: number): number {
  let [low, high] = [0, legs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((legs[middle]?.departsMinute ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Plain breadth-first search: all paths with at most so many stops, of those that arrive the best ones. Nothing is pruned;
 * only what cannot arrive any more because it has no leg left is not kept.
 */
export function findByBreadth(departures: Departures, query: ItineraryQuery): FoundTrip[] {
  const closed = new Set(query.origins.map(({ iata }) => iata));
  const ends = new Set(query.destinations.map(({ iata }) => iata));
  const front: FoundTrip[] = [];
  const isOpen = (path: readonly IndexedLeg[]) => {
    const last = path.at(-1);
    if (last && ends.has(last.to)) enterFront(front, tripOf(path));
    else return path.length <= query.maxStops;
    return false;
  };
  let paths = firstLegs(departures, query).filter(isOpen);
  for (let stops = 1; stops <= query.maxStops; stops++) {
    paths = paths.flatMap((path) => longerBy(departures, path, { query, closed }).filter(isOpen));
  }
  return front;
}

function firstLegs(departures: Departures, query: ItineraryQuery): IndexedLeg[][] {
  const setOut = Math.floor(query.departsAfter.getTime() / 60_000);
  return originDays(query).flatMap(({ iata, begins, ends }) =>
    departures(iata, Math.max(begins, setOut + 1), ends - 1)
      .filter((leg) => isFlown(leg, query) && !query.origins.some((origin) => origin.iata === leg.to))
      .map((leg) => [leg]),
  );
}

type Rules = { query: ItineraryQuery; closed: ReadonlySet<string> };

function longerBy(departures: Departures, path: IndexedLeg[], { query, closed }: Rules): IndexedLeg[][] {
  const last = path.at(-1);
  if (!last) return [];
  return departures(last.to, last.arrivesMinute, last.arrivesMinute + connectionMinutes.longest)
    .filter((leg) => isFlown(leg, query) && connects(last, leg))
    .filter((leg) => !closed.has(leg.to) && !path.some(({ from }) => from === leg.to))
    .map((leg) => [...path, leg]);
}

function isFlown(leg: IndexedLeg, { passengers, airlines }: ItineraryQuery): boolean {
  return leg.seatsLeft >= passengers && airlines.has(leg.airline);
}

function connects(before: IndexedLeg, after: IndexedLeg): boolean {
  const ground = after.departsMinute - before.arrivesMinute;
  return ground <= connectionMinutes.longest && ground >= leastGround(before, after);
}

/** Minutes that must lie between two legs at one airport. */
export function leastGround(before: IndexedLeg, after: IndexedLeg): number {
  if (before.airline !== after.airline) return connectionMinutes.interline;
  const isThroughFlight =
    before.flightNumber === after.flightNumber && before.serviceDate === after.serviceDate;
  return isThroughFlight ? connectionMinutes.throughFlight : connectionMinutes.sameAirline;
}

function tripOf(path: readonly IndexedLeg[]): FoundTrip {
  const [first, last] = [path[0], path.at(-1)];
  return {
    id: itineraryIdOf(path),
    fareCents: path.reduce((sum, leg) => sum + leg.fareCents, 0),
    durationMinutes: (last?.arrivesMinute ?? 0) - (first?.departsMinute ?? 0),
    stops: path.length - 1,
  };
}
