import { useTranslations } from 'next-intl';
import { formatTime } from '@/components/format/local-time';
import { ChooseButton } from '@/components/search/choose-button';
import { searchQueryString } from '@/components/search/flights-href';
import { ItineraryCard } from '@/components/search/itinerary-card';
import { OfferNote } from '@/components/search/offer-note';
import type { SearchRequest } from '@/components/search/search-request';
import { Icon } from '@/components/ui/icon';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { startDraftAction } from './actions';
import { listedLegs, resultsHeadingId } from './listed';

type ItineraryListProps = { request: SearchRequest; itineraries: ItineraryView[]; truncated: boolean };

/** What can be bought now, each with the form that begins its purchase. */
export function ItineraryList({ request, itineraries, truncated }: ItineraryListProps) {
  const t = useTranslations('flights');
  return (
    <section aria-labelledby={resultsHeadingId} className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={resultsHeadingId} tabIndex={-1} className="font-semibold">
          {t('resultsHeading', { count: itineraries.length })}
        </h2>
        <p className="text-sm text-ink-muted">
          {t('localTimes')} {truncated && t('truncated')}
        </p>
      </div>
      <ul className="space-y-4">
        {itineraries.map((itinerary) => (
          <li key={itinerary.id}>
            <ItineraryCard
              itinerary={itinerary}
              passengers={request.passengers}
              note={<OfferNote id={noteIdOf(itinerary)} legs={listedLegs(itinerary)} />}
              action={<ChooseForm request={request} itinerary={itinerary} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function noteIdOf({ id }: ItineraryView): string {
  return `note ${id}`.replaceAll(/\W+/g, '-');
}

function ChooseForm({ request, itinerary }: { request: SearchRequest; itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  const departs = formatTime(itinerary.legs[0]?.departsLocal ?? '');
  return (
    <form action={startDraftAction}>
      {itinerary.legs.map((leg) => (
        <input key={leg.legId} type="hidden" name="legId" value={leg.legId} />
      ))}
      <input type="hidden" name="passengers" value={request.passengers} />
      <input type="hidden" name="search" value={searchQueryString(request)} />
      <ChooseButton
        legs={listedLegs(itinerary)}
        noteId={noteIdOf(itinerary)}
        label={t('chooseName', { departs })}
        closed={{ text: t('closed'), label: t('closedName', { departs }) }}
        pendingLabel={t('choosing')}
      >
        {t('choose')} <Icon name="arrow-right" />
      </ChooseButton>
    </form>
  );
}
