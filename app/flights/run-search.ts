import type { SearchRequest } from '@/components/search/search-request';
import type { Airline } from '@/server/airline';
import { isRefusal, type Refusal } from '@/server/errors';
import { type ItineraryView, type SearchAnswer, searchItineraries } from '@/server/search/search-itineraries';

/** More than anybody reads, few enough for a page of some 100 kB. */
const shownItineraries = 30;

type SearchOutcome = { ok: true; answer: SearchAnswer } | { ok: false; refusal: Refusal };

/** Searches as the results page asks; under the price and duration tabs the whole list is in that order. */
export async function runSearch(airline: Airline, request: SearchRequest): Promise<SearchOutcome> {
  const { airlines, ...query } = request;
  const asked = airlines.length > 0 ? airlines : undefined;
  try {
    const answer = await searchItineraries(airline, { ...query, airlines: asked, limit: shownItineraries });
    return { ok: true, answer: { ...answer, itineraries: inOrderOf(request.sort, answer.itineraries) } };
  } catch (error) {
    if (isRefusal(error)) return { ok: false, refusal: error };
    throw error;
  }
}

function inOrderOf(sort: SearchRequest['sort'], itineraries: ItineraryView[]): ItineraryView[] {
  if (sort === 'price') return itineraries.toSorted((a, b) => a.totalFareCents - b.totalFareCents);
  if (sort === 'duration') return itineraries.toSorted((a, b) => a.durationMinutes - b.durationMinutes);
  return itineraries;
}
