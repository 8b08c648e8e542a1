import type { SearchRequest } from '@/components/search/search-request';
import { airportsOf } from '@/server/domain/airport';
import type { RefusalCode } from '@/server/errors';
import type { ItineraryView } from '@/server/search/search-itineraries';

/**
 * `unknown`: no way there of this search, or nothing at all. `gone`: it was one, and cannot be bought any more. `silent`: it
 * is one, and an airline of it does not answer now.
 */
export type OutboundProblem = 'unknown' | 'gone' | 'silent';

type Asked = Pick<SearchRequest, 'from' | 'to' | 'date' | 'passengers'>;

/** Why an itinerary cannot be the way there of this search; null when it can. */
export function outboundProblemOf(
  { legs, bookable }: ItineraryView,
  { from, to, date, passengers }: Asked,
): OutboundProblem | null {
  const [first] = legs;
  const last = legs.at(-1);
  const isAsked =
    first !== undefined &&
    last !== undefined &&
    airportsOf(from).includes(first.from) &&
    airportsOf(to).includes(last.to) &&
    first.departsLocal.startsWith(date);
  if (!isAsked) return 'unknown';
  if (bookable) return null;
  return legs.every((leg) => leg.seatsLeft >= passengers) ? 'silent' : 'gone';
}

/** What it means for the traveller that an itinerary could not be looked up. */
export function problemOfRefusal(code: RefusalCode): OutboundProblem {
  return code === 'LEG_CANCELLED' || code === 'CUT_OFF_PASSED' ? 'gone' : 'unknown';
}
