import { findLowestFare } from './find-itineraries';
import type { ItineraryQuery } from './itinerary-query';
import type { LegIndex } from './leg-index/leg-index';

/** Legs looked at for one number among many on a page. */
const maxLegsConsidered = 200_000;

/** What the cheapest itinerary costs, in centavos for all passengers; null when there is none. */
export function lowestFare(index: LegIndex, query: Omit<ItineraryQuery, 'sort' | 'limit'>): number | null {
  return findLowestFare(index, { ...query, sort: 'price', limit: 1, maxLegsConsidered });
}
