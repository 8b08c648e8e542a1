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

/** Of an itinerary, what the list must know to tell whether it still holds. */
export type ListedLegs = (itinerary: Pick<ItineraryView, 'id'>) => ListedLeg[];

/**
 * The legs of these itineraries: each once, and those of one itinerary. A leg that is in several, and the legs that
 * several islands ask for, are the same objects, because each object is sent to the browser once.
 */
export function listLegs(itineraries: readonly ItineraryView[]): { all: ListedLeg[]; of: ListedLegs } {
  const legs = new Map<string, ListedLeg>();
  const listed = (leg: ListedLeg): ListedLeg => {
    const { legId, airline, fareCents, seatsLeft, departsAt } = leg;
    const known = legs.get(legId) ?? { legId, airline, fareCents, seatsLeft, departsAt };
    legs.set(legId, known);
    return known;
  };
  const byItinerary = new Map(itineraries.map(({ id, legs: own }) => [id, own.map(listed)]));
  return { all: [...legs.values()], of: ({ id }) => byItinerary.get(id) ?? [] };
}
