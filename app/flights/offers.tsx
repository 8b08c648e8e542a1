import { ActiveFilters } from '@/components/search/filters/active-filters';
import { flightsHref } from '@/components/search/flights-href';
import { SortTabs } from '@/components/search/sort-tabs';
import type { DayRange } from '@/components/search/way';
import { ItineraryList } from './itinerary-list';
import { resultsHeadingId } from './listed';
import type { LoadedResults } from './load-results';
import { NoItineraries } from './no-itineraries';
import { NotForSale } from './not-for-sale';
import { RescueFocus } from './rescue-focus';
import { ResultsAnnouncement } from './results-announcement';
import type { ShownItineraries } from './shown-itineraries';
import { earliestDeparture } from './step';
import type { CheapestReturn } from './total-note';

type OffersProps = { results: LoadedResults; shown: ShownItineraries; dates: DayRange };

/** What was found: for sale in an order, or why there is nothing; then what cannot be sold now. */
export function Offers({ results, shown, dates }: OffersProps) {
  const { request, step, answer } = results;
  return (
    <div className="min-w-0 space-y-4 lg:col-start-2 lg:row-start-2">
      <ResultsAnnouncement request={request} shown={shown} />
      <SortTabs request={request} bookable={shown.found} />
      <ActiveFilters request={request} />
      {shown.forSale.length > 0 ? (
        <ItineraryList
          request={request}
          step={step}
          shown={shown}
          cheapestReturn={cheapestReturnOf(results)}
        />
      ) : (
        <NoItineraries
          request={request}
          dates={dates}
          waitsForAirline={shown.notForSale.length > 0}
          departsAfter={earliestDeparture(step)}
        />
      )}
      {shown.notForSale.length > 0 && (
        <NotForSale
          itineraries={shown.notForSale}
          airlines={answer.airlines}
          passengers={request.passengers}
        />
      )}
      <RescueFocus of={flightsHref(request)} target={`#${resultsHeadingId}`} />
    </div>
  );
}

function cheapestReturnOf({ request, returnFareCents }: LoadedResults): CheapestReturn | null {
  const { returnDate } = request;
  return returnDate === null || returnFareCents === null ? null : { returnDate, returnFareCents };
}
