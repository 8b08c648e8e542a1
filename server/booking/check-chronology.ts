import type { Leg } from '../domain/leg';
import { Refusal } from '../errors';

/** Nobody sits in two aircraft at once: each leg begins after the one before has ended. Throws `ITINERARY_IMPOSSIBLE`. */
export function checkChronology(legs: readonly Leg[]): void {
  const tooEarly = findTooEarly(legs);
  if (tooEarly) throw new Refusal('ITINERARY_IMPOSSIBLE', { legId: tooEarly.legId });
}

/** The first leg that begins before the one ahead of it has ended. */
export function findTooEarly(legs: readonly Leg[]): Leg | undefined {
  return legs.find((leg, index) => {
    const previous = legs[index - 1];
    return previous !== undefined && previous.arrivesAt > leg.departsAt;
  });
}
