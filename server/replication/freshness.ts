import { changeLogs } from '@/db/schema';
import type { Airline } from '../airline';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';

/**
 * What may be believed of one airline's copies here. live: it answers, and everything it had published seconds ago is
 * here; stale: it answers, or did until just now, but the copy is older; offline: not for sale, however new the copy is,
 * because only its owner sells a seat. `asOf` is the hour of the copy, ISO 8601 UTC, null before the first.
 */
export type AirlineFreshness = { state: 'live' | 'stale' | 'offline'; asOf: string | null };

export type FreshnessByAirline = Record<AirlineCode, AirlineFreshness>;

/** Five missed exchanges: the copy is no longer called live. */
const liveCopyMs = 10_000;

/** Freshness of every member as this airline sees it; its own data is always live. */
export async function readFreshness(airline: Airline): Promise<FreshnessByAirline> {
  const rows = await airline.db.select({ origin: changeLogs.origin, asOf: changeLogs.asOf }).from(changeLogs);
  return freshnessOfAirlines(airline, new Map(rows.map(({ origin, asOf }) => [origin, asOf])));
}

/** The same from hours that were read before: the latest instant whose published state is completely here. */
export function freshnessOfAirlines(
  airline: Airline,
  asOfByAirline: ReadonlyMap<AirlineCode, Date | null>,
): FreshnessByAirline {
  const freshnessOf = (code: AirlineCode): AirlineFreshness => {
    const asOf = code === airline.code ? airline.clock.now() : (asOfByAirline.get(code) ?? null);
    return { state: stateOf(airline, code, asOf), asOf: asOf?.toISOString() ?? null };
  };
  return Object.fromEntries(airlineCodes.map((code) => [code, freshnessOf(code)])) as FreshnessByAirline;
}

function stateOf(airline: Airline, code: AirlineCode, asOf: Date | null): AirlineFreshness['state'] {
  if (code === airline.code) return 'live';
  if (!airline.peers.codes.includes(code)) return 'offline';
  const { state } = airline.peers.statusOf(code);
  if (state === 'offline') return 'offline';
  const isRecent = asOf !== null && airline.clock.now().getTime() - asOf.getTime() <= liveCopyMs;
  return state === 'live' && isRecent ? 'live' : 'stale';
}
