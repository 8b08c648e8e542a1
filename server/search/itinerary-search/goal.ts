import type { FoundItinerary } from './found-itinerary';

/**
 * What a search is after. It turns everything that was found so far into one number, by which airport pairs and legs are
 * left out before they are looked at.
 */
export type Goal = {
  /** Routes are flown by their least fare plus this for each of their least minutes: the sooner a good one, the better. */
  readonly minuteWorthCents: number;
  /** Stops of the itineraries that are looked for now; they come by rising number. */
  stops: number;
  /**
   * The longest duration in minutes with which an itinerary that costs at least `fareCents` and departs at
   * `departsMinute` or later would still be of use; negative when none would. It falls, or stays, as more is found. The
   * fare is finite: a sort that ignores fares weighs them with zero, and zero times Infinity is no number.
   */
  longestUseful(fareCents: number, departsMinute: number): number;
  /** Keeps an itinerary if it is of use. */
  take(found: FoundItinerary): void;
};

/** Longer than any itinerary: four flights of a day each, and three layovers. */
export const anyDuration = 1_000_000;
export const noDuration = -1;
