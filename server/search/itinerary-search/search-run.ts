import type { LegIndex } from '../leg-index/leg-index';
import type { LegPair } from '../leg-index/leg-pair';
import type { Goal } from './goal';
import type { Origin, Question } from './question';

/** Airport pairs in a row that lead from an origin to a destination; routes are flown by rising score. */
export type Route = { origin: Origin; chain: readonly LegPair[]; score: number };

/** One run of a search. */
export type SearchRun = {
  index: LegIndex;
  question: Question;
  goal: Goal;
  /** The pairs into the destinations: by one of them a trip ends. */
  feeders: readonly LegPair[];
  /** The least fare and flight time of all of them. */
  feederFare: number;
  feederMinutes: number;
  /** Found and not flown yet. */
  routes: Route[];
  /** Routes and legs that may still be looked at; below 0 the search has given up. */
  budget: number;
};
