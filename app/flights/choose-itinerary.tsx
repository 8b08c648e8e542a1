import { useTranslations } from 'next-intl';
import { formatTime } from '@/components/format/local-time';
import { formatMoney } from '@/components/format/money';
import { ChooseButton } from '@/components/search/choose-button';
import type { SearchRequest } from '@/components/search/search-request';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { ChooseLink } from './choose-link';
import { outboundNoteId } from './listed';
import type { Step } from './step';
import { returnListHref } from './step-href';

type ChooseItineraryProps = {
  request: SearchRequest;
  step: Step;
  itinerary: ItineraryView;
  /** Id of the note under its price. */
  noteId: string;
};

/** The way to choose an itinerary: to its seats, or, when it is the way there of a return trip, on to the way back. */
export function ChooseItinerary({ request, step, itinerary, noteId }: ChooseItineraryProps) {
  const flights = useTranslations('flights');
  const t = useTranslations('results');
  // Enough to tell it from its neighbours by ear.
  const named = {
    departs: formatTime(itinerary.legs[0]?.departsLocal ?? ''),
    arrives: formatTime(itinerary.legs.at(-1)?.arrivesLocal ?? ''),
    fare: formatMoney(itinerary.totalFareCents),
  };
  if (step.kind === 'outbound') {
    return (
      <ChooseLink
        href={returnListHref(request, itinerary.id)}
        itineraryId={itinerary.id}
        noteId={noteId}
        label={t('chooseOutboundName', named)}
        closed={{ text: flights('closed'), label: t('closedOutboundName', named) }}
      >
        {t('chooseOutbound')}
      </ChooseLink>
    );
  }
  const isReturn = step.kind === 'return';
  return (
    <ChooseButton
      itineraryId={itinerary.id}
      outboundId={isReturn ? step.outbound.id : undefined}
      noteId={isReturn ? `${outboundNoteId} ${noteId}` : noteId}
      label={isReturn ? t('chooseReturnName', named) : flights('chooseName', named)}
      closed={{
        text: flights('closed'),
        label: isReturn ? t('closedReturnName', named) : flights('closedName', named),
      }}
      pendingLabel={flights('choosing')}
    >
      {isReturn ? t('chooseReturn') : flights('choose')}
    </ChooseButton>
  );
}
