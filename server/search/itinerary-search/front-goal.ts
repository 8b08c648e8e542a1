import { dominates } from '../itinerary-order';
import type { FoundItinerary } from './found-itinerary';
import { anyDuration, type Goal } from './goal';

/** A corner of the staircase: nothing that was found is as cheap and shorter. */
type Corner = { fareCents: number; durationMinutes: number; stops: number };

/**
 * The exact Pareto front of (fare, duration, stops), itineraries equal in all three included. Beside it runs the
 * staircase of (fare, duration) over all stops, fares rising and durations falling: since stops rise from round to
 * round, whatever lies behind a corner is dominated by it.
 */
export class FrontGoal implements Goal {
  readonly minuteWorthCents = 50;
  stops = 0;
  front: FoundItinerary[] = [];
  private corners: Corner[] = [];

  longestUseful(fareCents: number): number {
    let reached: Corner | undefined;
    for (const corner of this.corners) {
      if (corner.fareCents > fareCents) break;
      reached = corner;
    }
    if (!reached) return anyDuration;
    const isEqualAllowed = reached.fareCents === fareCents && reached.stops === this.stops;
    return isEqualAllowed ? reached.durationMinutes : reached.durationMinutes - 1;
  }

  take(found: FoundItinerary): void {
    this.front = this.front.filter((kept) => !dominates(found, kept));
    this.front.push(found);
    const { fareCents, durationMinutes, stops } = found;
    const isBehind = (corner: Corner) =>
      corner.fareCents >= fareCents && corner.durationMinutes >= durationMinutes;
    this.corners = this.corners.filter((corner) => !isBehind(corner));
    const place = this.corners.findIndex((corner) => corner.fareCents > fareCents);
    this.corners.splice(place < 0 ? this.corners.length : place, 0, { fareCents, durationMinutes, stops });
  }
}
