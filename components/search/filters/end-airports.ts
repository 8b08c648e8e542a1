import { airportsOf } from '@/server/domain/airport';
import type { SearchRequest } from '../search-request';

/** Airports at one end of a trip that somebody flies from or to, and of these the ones that were picked; none: any. */
export type EndAirports = { offered: string[]; picked: string[] };

/** What can be picked at an end, `place`, the code of an airport or of a city; `served` are those that some trip uses. */
export function endAirportsOf(request: SearchRequest, place: string, served: readonly string[]): EndAirports {
  const offered = airportsOf(place).filter((iata) => served.includes(iata));
  const left = offered.filter((iata) => !request.avoid.includes(iata));
  return { offered, picked: left.length === offered.length ? [] : left };
}

/**
 * The search after an airport of a city has been picked, or put back. A search knows only airports to avoid, so to pick
 * some is to avoid the city's others; none or all picked avoids none of them.
 */
export function pickAirport(
  request: SearchRequest,
  { offered, picked }: EndAirports,
  { place, iata }: { place: string; iata: string },
): SearchRequest {
  const now = picked.includes(iata) ? picked.filter((other) => other !== iata) : [...picked, iata];
  const all = airportsOf(place);
  const elsewhere = request.avoid.filter((other) => !all.includes(other));
  const isAny = now.length === 0 || offered.every((other) => now.includes(other));
  const avoid = isAny ? elsewhere : [...elsewhere, ...all.filter((other) => !now.includes(other))];
  return { ...request, avoid: avoid.toSorted() };
}
