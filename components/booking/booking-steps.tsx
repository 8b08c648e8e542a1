import { useTranslations } from 'next-intl';
import { flightsHref } from '@/components/search/flights-href';
import { Steps } from '@/components/ui/steps';
import { destinationOf, isReturnTrip, journeysOf, type TravelledLeg } from '@/server/domain/journeys';

export const bookingStepNames = ['flights', 'seats', 'passengers', 'confirmation'] as const;
export type BookingStepName = (typeof bookingStepNames)[number];

type DraftLeg = TravelledLeg & { departsLocal: string };

type BookingStepsProps = {
  draftId: string;
  legs: DraftLeg[];
  passengerCount: number;
  current: BookingStepName;
  /** True once passengers were typed: later steps can be reached again. */
  hasDetails: boolean;
};

/** Voos › Assentos › Passageiros › Confirmação; what lies behind can be gone back to without losing anything. */
export function BookingSteps({ draftId, legs, passengerCount, current, hasDetails }: BookingStepsProps) {
  const t = useTranslations('seats.steps');
  const hrefs: Record<BookingStepName, string | undefined> = {
    flights: searchHref(legs, passengerCount),
    seats: `/book/${draftId}/seats`,
    passengers: `/book/${draftId}/passengers`,
    confirmation: hasDetails ? `/book/${draftId}/review` : undefined,
  };
  const currentIndex = bookingStepNames.indexOf(current);
  return (
    <Steps
      label={t('label')}
      currentIndex={currentIndex}
      doneLabel={t('done')}
      steps={bookingStepNames.map((name, index) => ({
        label: t(name),
        ...(index < currentIndex || hasDetails ? { href: hrefs[name] } : {}),
      }))}
    />
  );
}

/** The search that finds this trip again, as well as its legs tell. */
function searchHref(legs: DraftLeg[], passengers: number): string {
  const journeys = journeysOf(legs);
  const [there, back] = journeys;
  if (!there) return '/';
  const isReturn = isReturnTrip(journeys);
  return flightsHref({
    from: there[0].from,
    to: isReturn ? destinationOf(there) : (legs.at(-1)?.to ?? destinationOf(there)),
    date: localDateOf(there[0]),
    returnDate: isReturn && back ? localDateOf(back[0]) : null,
    passengers,
  });
}

function localDateOf({ departsLocal }: DraftLeg): string {
  return departsLocal.slice(0, 10);
}
