import type { Airline } from '../airline';
import { airlineState } from '../airline-state';

const staleLegsOf = airlineState('legs-with-stale-availability', () => new Set<string>());

/**
 * Notes that claims on these own legs have changed, so that what is published of their seats may be wrong. Costs nothing;
 * a note that is lost with the process is made good by the sweep.
 */
export function markAvailabilityStale(airline: Airline, legIds: readonly string[]): void {
  const stale = staleLegsOf(airline);
  for (const legId of legIds) stale.add(legId);
}

/** The legs marked since the last call; they are marked no more. */
export function takeMarkedLegs(airline: Airline): string[] {
  const stale = staleLegsOf(airline);
  const legIds = [...stale];
  stale.clear();
  return legIds;
}
