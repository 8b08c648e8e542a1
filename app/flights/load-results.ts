import { fareWeekDates } from '@/components/search/fare-calendar/fare-week-dates';
import type { SearchRequest } from '@/components/search/search-request';
import { type DayRange, wayOf } from '@/components/search/way';
import type { Airline } from '@/server/airline';
import { isRefusal, type Refusal } from '@/server/errors';
import { type CalendarDay, searchCalendar } from '@/server/search/search-calendar';
import { searchDays } from '@/server/search/search-days';
import { type SearchFacets, searchFacets } from '@/server/search/search-facets';
import { type SearchAnswer, searchItineraries } from '@/server/search/search-itineraries';
import { findStep } from './find-step';
import type { OutboundProblem } from './outbound-problem';
import { searchInput } from './search-input';
import { earliestDeparture, type Step } from './step';

/** More than anybody reads: how many there are can be said, and a further page never reorders the ones before it. */
const mostItineraries = 120;

/** Everything that the page says about one search. */
export type LoadedResults = {
  /** As it was asked, without a way there that cannot be taken. */
  request: SearchRequest;
  step: Step;
  outboundProblem: OutboundProblem | null;
  answer: SearchAnswer;
  facets: SearchFacets;
  /** The days around. */
  week: CalendarDay[];
  /** Only while the calendar is open. */
  month: CalendarDay[] | null;
  /** The cheapest way back, while the way there is chosen; null when there is none, or nobody asked. */
  returnFareCents: number | null;
};

type Outcome = { ok: true; results: LoadedResults } | { ok: false; refusal: Refusal };

/** Searches as the results page asks. */
export async function loadResults(
  airline: Airline,
  asked: SearchRequest,
  onSale: DayRange,
): Promise<Outcome> {
  try {
    const { step, outboundProblem } = await findStep(airline, asked);
    const request = { ...asked, outbound: step.kind === 'return' ? asked.outbound : null };
    const everyDay = { ...searchInput(request), departsAfter: earliestDeparture(step) };
    const oneDay = { ...everyDay, date: wayOf(request).date };
    const [answer, facets, week, month, returnFareCents] = await Promise.all([
      searchItineraries(airline, { ...oneDay, sort: request.sort, limit: mostItineraries }),
      searchFacets(airline, oneDay),
      searchDays(airline, { ...everyDay, dates: fareWeekDates(request, onSale) }),
      request.month === null ? null : searchCalendar(airline, { ...everyDay, month: request.month }),
      findReturnFare(airline, request, step),
    ]);
    const found = { answer, facets, week, month, returnFareCents };
    return { ok: true, results: { request, step, outboundProblem, ...found } };
  } catch (error) {
    if (isRefusal(error)) return { ok: false, refusal: error };
    throw error;
  }
}

/** The lowest fare of the day of the way back under the same filters, whichever the way there; null unless that is chosen now. */
async function findReturnFare(airline: Airline, request: SearchRequest, step: Step): Promise<number | null> {
  if (step.kind !== 'outbound' || request.returnDate === null) return null;
  const back = searchInput({ ...request, departs: [], arrives: [] }, { from: request.to, to: request.from });
  const [day] = await searchDays(airline, { ...back, dates: [request.returnDate] });
  return day?.lowestFareCents ?? null;
}
