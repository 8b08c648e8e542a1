import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { getCatalogueIndex } from './catalogue-index';
import { servedPairs } from './leg-index/leg-index';

/** Two airports between which somebody flies without a stop, one way or both; `from` < `to`, airlines in canonical order. */
export type Route = { from: string; to: string; airlines: AirlineCode[] };

/** Every route of the three networks, by `from` and `to`. */
export async function listRoutes(airline: Airline): Promise<Route[]> {
  const { index } = await getCatalogueIndex(airline);
  const airlinesByRoute = new Map<string, Set<AirlineCode>>();
  for (const { from, to, airlines } of servedPairs(index)) {
    const route = from < to ? `${from} ${to}` : `${to} ${from}`;
    const known = airlinesByRoute.get(route) ?? new Set();
    for (const code of airlines) known.add(code);
    airlinesByRoute.set(route, known);
  }
  return [...airlinesByRoute.keys()].sort().map((route) => {
    const [from = '', to = ''] = route.split(' ');
    return { from, to, airlines: airlineCodes.filter((code) => airlinesByRoute.get(route)?.has(code)) };
  });
}
