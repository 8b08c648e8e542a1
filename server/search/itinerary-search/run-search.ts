import type { ItineraryQuery } from '../itinerary-query';
import type { LegIndex } from '../leg-index/leg-index';
import type { LegPair } from '../leg-index/leg-pair';
import { pairsInto } from '../leg-index/pair-network';
import { flyRoutes } from './fly-routes';
import type { Goal } from './goal';
import { type Question, questionOf } from './question';
import { findRoutes } from './routes';
import type { SearchRun } from './search-run';

/**
 * Routes and legs looked at before one run gives up: at most 50 ms on one core, because the process that searches also
 * votes on purchases. Counted, not timed, so that every airline gives up at the same place. Two stops among a million
 * legs took at most a third of it; three stops, rarely, want more.
 */
const defaultMaxLegsConsidered = 400_000;

/**
 * Searches by rising number of stops until the goal has seen every itinerary that could be of use to it, or the budget
 * is spent; returns whether it was. Depth is bounded and no airport is used twice: cycles end by themselves.
 */
export function runSearch(index: LegIndex, query: ItineraryQuery, goal: Goal): boolean {
  const question = questionOf(index, query);
  const feeders = feedersOf(index, question);
  const run: SearchRun = {
    index,
    question,
    goal,
    feeders,
    feederFare: feeders.reduce((least, pair) => Math.min(least, pair.leastFare), Infinity),
    feederMinutes: feeders.reduce((least, pair) => Math.min(least, pair.leastFlightMinutes), Infinity),
    routes: [],
    budget: query.maxLegsConsidered ?? defaultMaxLegsConsidered,
  };
  for (goal.stops = 0; goal.stops <= query.maxStops; goal.stops++) {
    findRoutes(run);
    flyRoutes(run);
  }
  return run.budget < 0;
}

function feedersOf(index: LegIndex, { destinations }: Question): readonly LegPair[] {
  const [only] = destinations;
  if (only && destinations.length === 1) return pairsInto(index, only.airport);
  return destinations.flatMap(({ airport }) => pairsInto(index, airport));
}
