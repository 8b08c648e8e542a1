import { useTranslations } from 'next-intl';
import { ItineraryCard } from '@/components/search/itinerary-card';
import { OfferNote } from '@/components/search/offer-note';
import type { SearchRequest } from '@/components/search/search-request';
import { ChoiceForm } from './choice-form';
import { ChooseItinerary } from './choose-itinerary';
import { FocusOnChange } from './focus-on-change';
import { pageAnchorId, resultsHeadingId } from './listed';
import { MoreLink } from './more-link';
import { ResultsCount } from './results-count';
import { itinerariesPerPage, type ShownItineraries } from './shown-itineraries';
import type { Step } from './step';
import { type CheapestReturn, TotalNote } from './total-note';

type ItineraryListProps = {
  request: SearchRequest;
  step: Step;
  shown: ShownItineraries;
  cheapestReturn: CheapestReturn | null;
};

/** What can be bought now, each with the way to choose it. */
export function ItineraryList({ request, step, shown, cheapestReturn }: ItineraryListProps) {
  const t = useTranslations('results');
  const fareLabels = {
    only: undefined,
    outbound: t('outboundFare', { count: request.passengers }),
    return: t('returnFare', { count: request.passengers }),
  };
  return (
    <section aria-labelledby={resultsHeadingId} className="space-y-4">
      <ResultsCount request={request} step={step} shown={shown} cheapestReturn={cheapestReturn} />
      <FocusOnChange of={String(request.pages)} target={`#${pageAnchorId(request.pages)}`} />
      <ChoiceForm request={request} step={step}>
        <ul className="space-y-4">
          {shown.forSale.map((itinerary, index) => (
            <li key={itinerary.id} {...anchorOf(index)}>
              <ItineraryCard
                itinerary={itinerary}
                passengers={request.passengers}
                fareLabel={fareLabels[step.kind]}
                note={
                  <>
                    <TotalNote itinerary={itinerary} step={step} cheapestReturn={cheapestReturn} />
                    <OfferNote id={`note-${index}`} itineraryId={itinerary.id} />
                  </>
                }
                action={
                  <ChooseItinerary
                    request={request}
                    step={step}
                    itinerary={itinerary}
                    noteId={`note-${index}`}
                  />
                }
              />
            </li>
          ))}
        </ul>
      </ChoiceForm>
      <MoreLink request={request} shown={shown} />
    </section>
  );
}

/** The first card of a further page can be jumped to: it is where reading goes on. */
function anchorOf(index: number) {
  const isFirstOfPage = index > 0 && index % itinerariesPerPage === 0;
  if (!isFirstOfPage) return {};
  return { id: pageAnchorId(1 + index / itinerariesPerPage), tabIndex: -1, className: 'scroll-mt-6' };
}
