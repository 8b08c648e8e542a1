import { itineraryId } from '@/server/search/itinerary-order';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';
import { grouped } from '../grouped';
import { enterFront, type FoundTrip } from './found-trip';
import { connectionMinutes, originDays } from './origin-days';

/** All legs by the airport that they leave, as objects: the structure that most people would begin with. */
export type LegsByOrigin = ReadonlyMap<string, readonly IndexedLeg[]>;

export function groupByOrigin(legs: readonly IndexedLeg[]): LegsByOrigin {
  return grouped(legs, (leg) => leg.from);
}

/**
 * Plain breadth-first search: all paths with at most so many stops, of those that arrive the best ones. Nothing is pruned;
 * only what cannot arrive any more because it has no leg left is not kept.
 */
export function findByBreadth(legsFrom: LegsByOrigin, query: ItineraryQuery): FoundTrip[] {
  const closed = new Set(query.origins.map(({ iata }) => iata));
  const ends = new Set(query.destinations.map(({ iata }) => iata));
  const front: FoundTrip[] = [];
  const isOpen = (path: readonly IndexedLeg[]) => {
    const last = path.at(-1);
    if (last && ends.has(last.to)) enterFront(front, tripOf(path));
    else return path.length <= query.maxStops;
    return false;
  };
  let paths = firstLegs(legsFrom, query).filter(isOpen);
  for (let stops = 1; stops <= query.maxStops; stops++) {
    paths = paths.flatMap((path) => longerBy(legsFrom, path, { query, closed }).filter(isOpen));
  }
  return front;
}

function firstLegs(legsFrom: LegsByOrigin, query: ItineraryQuery): IndexedLeg[][] {
  const setOut = query.departsAfter.getTime() / 60_000;
  return originDays(query).flatMap(({ iata, begins, ends }) =>
    (legsFrom.get(iata) ?? [])
      .filter((leg) => leg.departsMinute >= begins && leg.departsMinute < ends && leg.departsMinute > setOut)
      .filter((leg) => isFlown(leg, query) && !query.origins.some((origin) => origin.iata === leg.to))
      .map((leg) => [leg]),
  );
}

type Rules = { query: ItineraryQuery; closed: ReadonlySet<string> };

function longerBy(legsFrom: LegsByOrigin, path: IndexedLeg[], { query, closed }: Rules): IndexedLeg[][] {
  const last = path.at(-1);
  if (!last) return [];
  return (legsFrom.get(last.to) ?? [])
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
    id: itineraryId(path),
    fareCents: path.reduce((sum, leg) => sum + leg.fareCents, 0),
    durationMinutes: (last?.arrivesMinute ?? 0) - (first?.departsMinute ?? 0),
    stops: path.length - 1,
  };
}
