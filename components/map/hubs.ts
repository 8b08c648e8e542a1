import type { AirlineCode } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { type Point, project } from './project';

/** A pair of airports with the airlines that fly it, one way at least. */
export type MapRoute = { from: string; to: string; airlines: readonly AirlineCode[] };

export type Stop = Point & { iata: string; city: string; airlines: Set<AirlineCode>; routes: number };

/** Every airport of the routes that has a place on the map, the one with most routes first. */
export function stopsOf(routes: readonly MapRoute[]): Stop[] {
  const stops = new Map<string, Stop>();
  for (const { from, to, airlines } of routes) {
    for (const iata of [from, to]) {
      const airport = findAirport(iata);
      if (!airport) continue;
      const stop = stops.get(iata) ?? {
        ...project(airport),
        iata,
        city: airport.city,
        airlines: new Set(),
        routes: 0,
      };
      stop.routes += 1;
      for (const airline of airlines) stop.airlines.add(airline);
      stops.set(iata, stop);
    }
  }
  return [...stops.values()].toSorted((a, b) => b.routes - a.routes || (a.iata < b.iata ? -1 : 1));
}

/** Cities with at least so many routes from all their airports, each at its busiest airport, busiest city first. */
export function hubsOf(stops: readonly Stop[], leastRoutes: number): Stop[] {
  const hubs = new Map<string, Stop>();
  for (const stop of stops) {
    const hub = hubs.get(stop.city);
    hubs.set(stop.city, hub ? { ...hub, routes: hub.routes + stop.routes } : stop);
  }
  return [...hubs.values()]
    .filter(({ routes }) => routes >= leastRoutes)
    .toSorted((a, b) => b.routes - a.routes);
}
