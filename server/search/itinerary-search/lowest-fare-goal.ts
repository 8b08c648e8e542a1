import type { FoundItinerary } from './found-itinerary';
import { anyDuration, type Goal, noDuration } from './goal';

/** The fare of the cheapest itinerary, and nothing else. */
export class LowestFareGoal implements Goal {
  readonly minuteWorthCents = 0;
  stops = 0;
  fareCents = Infinity;

  longestUseful(fareCents: number): number {
    return fareCents < this.fareCents ? anyDuration : noDuration;
  }

  take(found: FoundItinerary): void {
    this.fareCents = found.fareCents;
  }
}
