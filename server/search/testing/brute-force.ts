import type { DayPart } from '@/server/domain/day-part';
import type { ItinerarySort } from '@/server/domain/itinerary';
import type { Leg } from '@/server/domain/leg';
import { localTimeAt } from '@/server/domain/local-time';
import type { ItineraryQuery, Terminus } from '../itinerary-query';

/** A trip with its measures, as the oracle sees it. */
export type Path = { legs: Leg[]; fare: number; minutes: number; stops: number; departs: number; id: string };

/** The rules of the search once more, in the plainest words: every sequence of legs is tried and judged afterwards. */
export function bruteForce(legs: readonly Leg[], query: ItineraryQuery): Path[] {
  const origins = query.origins.map(({ iata }) => iata);
  const flyable = legs.filter(({ seatsLeft, airline, from, to }) => {
    const isAvoided = query.avoided?.has(from) || query.avoided?.has(to);
    return seatsLeft >= query.passengers && query.airlines.has(airline) && !isAvoided;
  });
  const found: Leg[][] = [];
  const grow = (path: Leg[]) => {
    const last = path.at(-1);
    if (last && query.destinations.some(({ iata }) => iata === last.to)) {
      found.push(path);
      return;
    }
    if (path.length > query.maxStops) return;
    for (const leg of flyable) {
      if (last ? mayFollow(last, leg, query) : origins.includes(leg.from)) grow([...path, leg]);
    }
  };
  grow([]);
  return found.filter((path) => isTrip(path, query)).map((path) => measured(path));
}

/** Minutes on the ground between two legs. */
export function groundMinutes(before: Leg, after: Leg): number {
  return (after.departsAt.getTime() - before.arrivesAt.getTime()) / 60_000;
}

/** What a sequence of legs costs and takes. */
export function measured(legs: Leg[]): Path {
  const departs = legs[0]?.departsAt.getTime() ?? 0;
  return {
    legs,
    fare: legs.reduce((sum, leg) => sum + leg.fareCents, 0),
    minutes: ((legs.at(-1)?.arrivesAt.getTime() ?? 0) - departs) / 60_000,
    stops: legs.length - 1,
    departs,
    id: legs.map((leg) => leg.legId).join('|'),
  };
}

/** The answer of `findItineraries`: all that is found, judged, sorted and cut off. */
export function expectedAnswer(
  paths: readonly Path[],
  query: ItineraryQuery,
): { id: string; pareto: boolean }[] {
  const rank = (path: Path) => [keys[query.sort](path), path.fare, path.minutes, path.stops, path.departs];
  return paths
    .map((path) => ({ path, rank: rank(path), pareto: !isBeaten(path, paths) }))
    .toSorted((a, b) => {
      if (a.pareto !== b.pareto) return a.pareto ? -1 : 1;
      const differing = a.rank.findIndex((value, place) => value !== b.rank[place]);
      if (differing === -1) return a.path.id < b.path.id ? -1 : 1;
      return (a.rank[differing] ?? 0) - (b.rank[differing] ?? 0);
    })
    .slice(0, query.limit)
    .map(({ path, pareto }) => ({ id: path.id, pareto }));
}

/** The answer of `findLowestFare`. */
export function expectedLowestFare(paths: readonly Path[], { passengers }: ItineraryQuery): number | null {
  return paths.length === 0 ? null : Math.min(...paths.map(({ fare }) => fare)) * passengers;
}

function mayFollow(before: Leg, after: Leg, query: ItineraryQuery): boolean {
  const ground = groundMinutes(before, after);
  if (ground > 1440) return false;
  if (before.to !== after.from) {
    return Boolean(query.onwardAirports?.(before.to).includes(after.from)) && ground >= 180;
  }
  if (before.airline !== after.airline) return ground >= 60;
  const sameFlight = before.flightNumber === after.flightNumber && before.serviceDate === after.serviceDate;
  return ground >= (sameFlight ? 0 : 45);
}

function isTrip(path: Leg[], query: ItineraryQuery): boolean {
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last || first.departsAt <= query.departsAfter) return false;
  const departsLocal = localTimeAt(first.departsAt, zoneOf(query.origins, first.from));
  const arrivesLocal = localTimeAt(last.arrivesAt, zoneOf(query.destinations, last.to));
  if (!departsLocal.startsWith(query.date)) return false;
  if (query.departsIn && !query.departsIn.has(partOf(departsLocal))) return false;
  if (query.arrivesIn && !query.arrivesIn.has(partOf(arrivesLocal))) return false;
  if (query.involving && !path.some((leg) => query.involving?.has(leg.airline))) return false;
  return visitsNothingTwice(path, query);
}

/** Stations in order, the road between two airports of a city included: none twice, none of the query's ends between. */
function visitsNothingTwice(path: Leg[], { origins, destinations, avoided }: ItineraryQuery): boolean {
  const stations = path.flatMap((leg, place) =>
    path[place - 1]?.to === leg.from ? [leg.to] : [leg.from, leg.to],
  );
  const ends = [...origins, ...destinations].map(({ iata }) => iata);
  const between = stations.slice(1, -1);
  if (between.some((station) => ends.includes(station) || avoided?.has(station))) return false;
  return new Set(stations).size === stations.length;
}

function zoneOf(termini: readonly Terminus[], iata: string): string {
  return termini.find((terminus) => terminus.iata === iata)?.timeZone ?? 'UTC';
}

function partOf(localTime: string): DayPart {
  const hour = Number(localTime.slice(11, 13));
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

function isBeaten(path: Path, paths: readonly Path[]): boolean {
  return paths.some(
    ({ fare, minutes, stops }) =>
      fare <= path.fare &&
      minutes <= path.minutes &&
      stops <= path.stops &&
      fare + minutes + stops < path.fare + path.minutes + path.stops,
  );
}

const keys: Record<ItinerarySort, (path: Path) => number> = {
  price: (path) => path.fare,
  duration: (path) => path.minutes,
  departure: (path) => path.departs,
  best: (path) => path.fare + path.minutes * 50 + path.stops * 6_000,
};
