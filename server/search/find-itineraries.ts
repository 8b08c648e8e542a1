import type { Itinerary } from '@/server/domain/itinerary';
import { weightsBySort } from './itinerary-order';
import type { ItineraryQuery } from './itinerary-query';
import { BestGoal } from './itinerary-search/best-goal';
import { compareFound, type FoundItinerary, isSame, toItinerary } from './itinerary-search/found-itinerary';
import { FrontGoal } from './itinerary-search/front-goal';
import { LowestFareGoal } from './itinerary-search/lowest-fare-goal';
import { runSearch } from './itinerary-search/run-search';
import type { LegIndex } from './leg-index/leg-index';

/** `truncated`: the work budget ended first, so there may be better itineraries with the most stops. */
export type FoundItineraries = { itineraries: Itinerary[]; truncated: boolean };

/**
 * The exact Pareto front of (total fare, duration, stops), itineraries equal in all three included, then the best others
 * by the sort; each part in the order of the sort, together at most `limit`.
 */
export function findItineraries(index: LegIndex, query: ItineraryQuery): FoundItineraries {
  const goal = new FrontGoal();
  const isFrontTruncated = runSearch(index, query, goal);
  const front = inOrder(index, query, goal.front);
  const { others, truncated } = front.length < query.limit ? findOthers(index, query, front) : nothingElse;
  return {
    itineraries: [
      ...front.map((found) => toItinerary(index, found, { passengers: query.passengers, pareto: true })),
      ...others.map((found) => toItinerary(index, found, { passengers: query.passengers, pareto: false })),
    ].slice(0, query.limit),
    truncated: isFrontTruncated || truncated,
  };
}

/** Only the front, all of it, in the order of the sort. */
export function findFront(index: LegIndex, query: ItineraryQuery): FoundItineraries {
  const goal = new FrontGoal();
  const truncated = runSearch(index, query, goal);
  const answer = { passengers: query.passengers, pareto: true };
  return {
    itineraries: inOrder(index, query, goal.front).map((found) => toItinerary(index, found, answer)),
    truncated,
  };
}

/** What the cheapest itinerary costs, in centavos for all passengers; null when there is none. */
export function findLowestFare(index: LegIndex, query: ItineraryQuery): number | null {
  const goal = new LowestFareGoal();
  runSearch(index, query, goal);
  return goal.fareCents === Infinity ? null : goal.fareCents * query.passengers;
}

const nothingElse = { others: [], truncated: false };

/** As many of the best are sought as the limit says: no more of them stand on the front than the front takes of the places. */
function findOthers(
  index: LegIndex,
  query: ItineraryQuery,
  front: readonly FoundItinerary[],
): { others: FoundItinerary[]; truncated: boolean } {
  const goal = new BestGoal({ weights: weightsBySort[query.sort], index }, query.limit);
  const truncated = runSearch(index, query, goal);
  const others = goal.best.filter((found) => !front.some((kept) => isSame(kept, found)));
  return { others, truncated };
}

function inOrder(
  index: LegIndex,
  { sort }: ItineraryQuery,
  front: readonly FoundItinerary[],
): FoundItinerary[] {
  const order = { weights: weightsBySort[sort], index };
  return front.toSorted((a, b) => compareFound(order, a, b));
}
