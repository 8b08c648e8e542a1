import { airportsOfCity } from '@/server/domain/airport';
import { isConnection } from '@/server/domain/connection-rules';
import type { Leg } from '@/server/domain/leg';
import { Refusal } from '@/server/errors';

const minuteMs = 60_000;

/**
 * Minutes on the ground before each leg but the first. Refuses ITINERARY_IMPOSSIBLE with the first leg that nobody who
 * took the one before may take, or that leads to an airport for the second time.
 */
export function connectLegs(legs: readonly Leg[]): number[] {
  const visited = new Set<string>();
  let before: Leg | undefined;
  const minutes: number[] = [];
  for (const leg of legs) {
    const isMeant = before ? isReachable(before, leg) : true;
    const entered = before?.to === leg.from ? [leg.to] : [leg.from, leg.to];
    if (!isMeant || entered.some((iata) => visited.has(iata))) {
      throw new Refusal('ITINERARY_IMPOSSIBLE', { legId: leg.legId });
    }
    for (const iata of entered) visited.add(iata);
    if (before) minutes.push(groundMinutes(before, leg));
    before = leg;
  }
  return minutes;
}

function isReachable(before: Leg, after: Leg): boolean {
  return (
    airportsOfCity(before.to).includes(after.from) &&
    isConnection(before, after, groundMinutes(before, after))
  );
}

function groundMinutes(before: Leg, after: Leg): number {
  return (after.departsAt.getTime() - before.arrivesAt.getTime()) / minuteMs;
}
