import type { Leg } from '@/server/domain/leg';
import { findItineraries } from './find-itineraries';
import type { ItineraryQuery } from './itinerary-query';
import type { LegIndex } from './leg-index/leg-index';

/** Airports of the itineraries that answer a query, in each list the most frequent first. */
export type AirportsOnTheWay = { origins: string[]; destinations: string[]; connections: string[] };

/** Itineraries that are looked through: more than anybody reads. */
const maxItineraries = 200;

/** Where the best 200 itineraries of the query begin, end and connect. */
export function airportsOnTheWay(
  index: LegIndex,
  query: Omit<ItineraryQuery, 'sort' | 'limit'>,
): AirportsOnTheWay {
  const found = findItineraries(index, { ...query, sort: 'best', limit: maxItineraries });
  const trips = found.itineraries.map(({ legs }) => legs);
  return {
    origins: byFrequency(trips.flatMap((legs) => legs.slice(0, 1).map(({ from }) => from))),
    destinations: byFrequency(trips.flatMap((legs) => legs.slice(-1).map(({ to }) => to))),
    connections: byFrequency(trips.flatMap(connectionsOf)),
  };
}

/** Both airports where the traveller goes from one of a city to another. */
function connectionsOf(legs: readonly Leg[]): string[] {
  const landed = legs.slice(0, -1).map(({ to }) => to);
  const left = legs.slice(1).map(({ from }) => from);
  return [...new Set([...landed, ...left])];
}

function byFrequency(airports: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const iata of airports) counts.set(iata, (counts.get(iata) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([iata]) => iata);
}
