import type { Leg } from '../domain/leg';
import { Refusal } from '../errors';

/** Nobody sits in two aircraft at once: each leg begins after the one before has ended. Throws `ITINERARY_IMPOSSIBLE`. */
export function checkChronology(legs: readonly Leg[]): void {
  for (const [index, leg] of legs.entries()) {
    const previous = legs[index - 1];
    if (previous && previous.arrivesAt > leg.departsAt) {
      throw new Refusal('ITINERARY_IMPOSSIBLE', { legId: leg.legId });
    }
  }
}
