import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';

/**
 * What may be believed of one airline's legs. live: as published seconds ago; stale: it answers, or did until just now,
 * but its copy here is older; offline: not for sale. `asOf` is the hour of the copy, ISO 8601 UTC, null before the first.
 */
export type AirlineFreshness = { state: 'live' | 'stale' | 'offline'; asOf: string | null };

/** Five missed exchanges: the copy is no longer called live. */
const liveCopyMs = 10_000;

/** Freshness of every member as this airline sees it; its own catalogue is always live. */
export function freshnessOfAirlines(
  airline: Airline,
  asOfByAirline: ReadonlyMap<AirlineCode, Date | null>,
): Record<AirlineCode, AirlineFreshness> {
  const freshnessOf = (code: AirlineCode): AirlineFreshness => {
    const asOf = asOfByAirline.get(code) ?? null;
    return { state: stateOf(airline, code, asOf), asOf: asOf?.toISOString() ?? null };
  };
  return Object.fromEntries(airlineCodes.map((code) => [code, freshnessOf(code)])) as Record<
    AirlineCode,
    AirlineFreshness
  >;
}

function stateOf(airline: Airline, code: AirlineCode, asOf: Date | null): AirlineFreshness['state'] {
  if (code === airline.code) return 'live';
  if (!airline.peers.codes.includes(code)) return 'offline';
  const { state } = airline.peers.statusOf(code);
  if (state === 'offline') return 'offline';
  const isRecent = asOf !== null && airline.clock.now().getTime() - asOf.getTime() <= liveCopyMs;
  return state === 'live' && isRecent ? 'live' : 'stale';
}
