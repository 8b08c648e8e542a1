import type { ListedLeg } from '@/components/search/offer-now';
import type { ItineraryView } from '@/server/search/search-itineraries';

/** Takes the focus when the list has been drawn anew. */
export const resultsHeadingId = 'results-heading';

/** Of a leg, what the list must know to tell whether it still holds. */
export function listedLegs({ legs }: ItineraryView): ListedLeg[] {
  return legs.map(({ legId, airline, fareCents, seatsLeft, departsAt }) => ({
    legId,
    airline,
    fareCents,
    seatsLeft,
    departsAt,
  }));
}

/** Every leg of the list once. */
export function allListedLegs(itineraries: readonly ItineraryView[]): ListedLeg[] {
  return [...new Map(itineraries.flatMap(listedLegs).map((leg) => [leg.legId, leg])).values()];
}
