import type { SearchRequest } from '@/components/search/search-request';
import type { ItineraryView, SearchAnswer } from '@/server/search/search-itineraries';

/** Cards on a page of the list: more than a screen, few enough to stay light. */
export const itinerariesPerPage = 10;

/** What an airline out of reach would fly is shown so that nobody misses it, not to be read to the end. */
const notForSaleBelowOthers = 4;

/** The part of an answer that the page lists. */
export type ShownItineraries = {
  /** For sale, in the order of the list. */
  forSale: ItineraryView[];
  notForSale: ItineraryView[];
  /** All that were found for sale, shown or not. */
  found: ItineraryView[];
  /** Some are for sale beyond those found. */
  truncated: boolean;
};

/** The first `pages` pages of what was found; under the price and duration tabs all of it is in that order. */
export function shownItineraries(
  { itineraries, truncated }: Pick<SearchAnswer, 'itineraries' | 'truncated'>,
  { sort, pages }: Pick<SearchRequest, 'sort' | 'pages'>,
): ShownItineraries {
  const found = inOrderOf(
    sort,
    itineraries.filter(({ bookable }) => bookable),
  );
  const notForSale = itineraries.filter(({ bookable }) => !bookable);
  return {
    forSale: found.slice(0, pages * itinerariesPerPage),
    notForSale: found.length > 0 ? notForSale.slice(0, notForSaleBelowOthers) : notForSale,
    found,
    truncated,
  };
}

function inOrderOf(sort: SearchRequest['sort'], itineraries: ItineraryView[]): ItineraryView[] {
  if (sort === 'price') return itineraries.toSorted((a, b) => a.totalFareCents - b.totalFareCents);
  if (sort === 'duration') return itineraries.toSorted((a, b) => a.durationMinutes - b.durationMinutes);
  return itineraries;
}
