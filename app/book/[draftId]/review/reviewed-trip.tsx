import { getTranslations } from 'next-intl/server';
import { CancellationRule } from '@/components/booking/cancellation-rule';
import { journeyLabels } from '@/components/booking/journey-label';
import { JourneyList } from '@/components/booking/journey-list';
import type { LegLabel } from '@/components/booking/leg-label';
import { LegLine } from '@/components/booking/leg-line';
import { ReviewSection } from '@/components/booking/review-section';
import { ReviewedPassengers } from '@/components/booking/reviewed-passengers';
import { SeatChip } from '@/components/booking/seat-chip';
import type { Draft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import { LiveTripHold } from '../live-trip-hold';
import { passengerLabels } from '../passenger-labels';

/** Flights with seats, passengers and rules of a draft, each with the way to change it. */
export async function ReviewedTrip({ draft, labels }: { draft: Draft; labels: LegLabel[] }) {
  const t = await getTranslations('review');
  const names = await passengerLabels(draft);
  const seatsHref = `/book/${draft.id}/seats`;
  const passengersHref = `/book/${draft.id}/passengers`;
  // A hold that was renewed on the server starts the clock anew.
  const holdKey = draft.holds.map((hold) => hold.holdUntil).join();

  return (
    <>
      <LiveTripHold
        key={holdKey}
        draftId={draft.id}
        holds={draft.holds}
        renderedAt={getAirline().clock.now().toISOString()}
        seatsHref={seatsHref}
      />
      <ReviewSection
        id="review-flights"
        title={t('flights')}
        edit={{ href: seatsHref, label: t('edit'), name: t('editSeats') }}
      >
        <JourneyList journeys={journeyLabels(draft.legs)} legs={labels} keyOf={(label) => label.legId}>
          {(label) => (
            <LegLine label={label}>
              <p className="mt-2.5 flex flex-wrap gap-2">
                {draft.holds
                  .find((hold) => hold.legId === label.legId)
                  ?.seats.map((seat, index) => (
                    <SeatChip key={seat} seat={seat} name={names[index]} />
                  ))}
              </p>
            </LegLine>
          )}
        </JourneyList>
      </ReviewSection>
      {draft.details && (
        <ReviewSection
          id="review-passengers"
          title={t('passengers')}
          edit={{ href: passengersHref, label: t('edit'), name: t('editPassengers') }}
        >
          <ReviewedPassengers {...draft.details} />
        </ReviewSection>
      )}
      <ReviewSection id="review-cancellation" title={t('cancellation.title')}>
        <CancellationRule right={draft.freeCancellation} />
      </ReviewSection>
    </>
  );
}
