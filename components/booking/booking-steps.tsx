import { useTranslations } from 'next-intl';
import { Steps } from '@/components/ui/steps';
import { type DatedLeg, searchAgainHref } from './search-again-href';

export const bookingStepNames = ['flights', 'seats', 'passengers', 'confirmation'] as const;
export type BookingStepName = (typeof bookingStepNames)[number];

type BookingStepsProps = {
  draftId: string;
  legs: DatedLeg[];
  passengerCount: number;
  current: BookingStepName;
  /** True once passengers were typed: later steps can be reached again. */
  hasDetails: boolean;
};

/** Voos › Assentos › Passageiros › Confirmação; what lies behind can be gone back to without losing anything. */
export function BookingSteps({ draftId, legs, passengerCount, current, hasDetails }: BookingStepsProps) {
  const t = useTranslations('seats.steps');
  const hrefs: Record<BookingStepName, string | undefined> = {
    flights: searchAgainHref(legs, passengerCount),
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
