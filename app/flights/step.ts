import { localDateAt } from '@/server/domain/local-time';
import type { ItineraryView } from '@/server/search/search-itineraries';

/** What the page asks the traveller to choose: the only way, the way there of a return trip, or then its way back. */
export type Step = { kind: 'only' } | { kind: 'outbound' } | { kind: 'return'; outbound: ItineraryView };

/** From landing to the way back's take-off: no shorter than a connection between airlines. */
const turnaroundMs = 60 * 60_000;

/** When the way back may begin at the earliest, ISO 8601 UTC; undefined while no way there has been chosen. */
export function earliestDeparture(step: Step): string | undefined {
  return step.kind === 'return' ? readyToReturnAt(step.outbound).toISOString() : undefined;
}

function readyToReturnAt({ legs }: Pick<ItineraryView, 'legs'>): Date {
  return new Date(Date.parse(legs.at(-1)?.arrivesAt ?? '') + turnaroundMs);
}

/** What both ways cost together, in centavos for all passengers, once the way back completes the choice. */
export function totalCents(outbound: ItineraryView, back: ItineraryView): number {
  return outbound.totalFareCents + back.totalFareCents;
}

/**
 * What both ways cost at least with this way there, when the cheapest way back of its day costs `returnFareCents`. Null
 * when that one may leave too early: the way there ends on the day of the way back, or later.
 */
export function leastTotalCents(
  outbound: ItineraryView,
  { returnDate, returnFareCents }: { returnDate: string; returnFareCents: number },
): number | null {
  const zone = outbound.legs.at(-1)?.arrivesZone ?? 'UTC';
  const isFree = localDateAt(readyToReturnAt(outbound), zone) < returnDate;
  return isFree ? outbound.totalFareCents + returnFareCents : null;
}
