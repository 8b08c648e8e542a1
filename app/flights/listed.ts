import type { ListedLeg } from '@/components/search/offer-now';
import type { ItineraryView } from '@/server/search/search-itineraries';

/** Takes the focus when the list has been drawn anew. */
export const resultsHeadingId = 'results-heading';

/** Id of the note under the price of the way there that was chosen. */
export const outboundNoteId = 'note-outbound';

/** Where a further page of the list begins; the first has none. */
export function pageAnchorId(page: number): string {
  return `page-${page}`;
}

/** What these itineraries are made of: each leg once, with what can change and no more. */
export function listLegs(itineraries: readonly ItineraryView[]): ListedLeg[] {
  const legs = new Map<string, ListedLeg>();
  for (const { legId, airline, fareCents, seatsLeft, departsAt } of itineraries.flatMap(({ legs }) => legs)) {
    legs.set(legId, { legId, airline, fareCents, seatsLeft, departsAt });
  }
  return [...legs.values()];
}
