import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { BookingSteps } from '@/components/booking/booking-steps';
import { byJourney } from '@/components/booking/by-journey';
import { journeyLabels } from '@/components/booking/journey-label';
import { legLabel } from '@/components/booking/leg-label';
import { PassengersForm } from '@/components/booking/passengers-form';
import { RefreshWhenOld } from '@/components/booking/refresh-when-old';
import { SharedWith } from '@/components/booking/shared-with';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import { getSession } from '@/server/auth/session';
import type { Draft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import { homeZone, localDateAt } from '@/server/domain/local-time';
import { hasAllSeats } from '../has-all-seats';
import { LiveTripHold } from '../live-trip-hold';
import DraftNotFound from '../not-found';
import { readDraft } from '../read-draft';
import { seatsOfPassengers } from '../seats-of-passengers';
import { TripAirlines } from '../trip-airlines';
import { TripObstacle } from '../trip-obstacle';
import { saveDraftDetailsAction } from './actions';
import { startingValues } from './starting-values';

type PassengersPageProps = { params: Promise<{ draftId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('passengers');
  return { title: t('metaTitle') };
}

/** Who travels. Reached with a seat for everybody on every leg; what is typed stays with the draft. */
export default async function PassengersPage({ params }: PassengersPageProps) {
  const { draftId } = await params;
  const draft = await readDraft(draftId);
  if (!draft) return <DraftNotFound />;
  if (draft.purchase) redirect(`/book/${draftId}/review`);
  if (!hasAllSeats(draft)) redirect(`/book/${draftId}/seats?problem=seats`);
  const t = await getTranslations('passengers');
  const now = getAirline().clock.now();
  const renderedAt = now.toISOString();

  return (
    <PageContainer width="reading" className="py-6 sm:py-10">
      <RefreshWhenOld renderedAt={renderedAt} />
      <BookingSteps
        draftId={draftId}
        legs={draft.legs}
        passengerCount={draft.passengerCount}
        current="passengers"
        hasDetails={draft.details !== null}
      />
      <div className="my-6 space-y-4">
        <PageHeading title={t('title')} lead={t('lead')} />
        <TripAirlines draft={draft} />
        <TripObstacle draft={draft} />
      </div>
      <ClientMessages namespaces={['passengers', 'hold']}>
        <LiveTripHold
          draftId={draftId}
          holds={draft.holds}
          renderedAt={renderedAt}
          seatsHref={`/book/${draftId}/seats`}
        />
        <div className="mt-6">
          <PassengersForm
            action={saveDraftDetailsAction.bind(null, draftId)}
            initial={{
              values: startingValues(draft, await getSession()),
              problems: [],
              refusal: null,
            }}
            seats={await seatsInWords(draft)}
            today={localDateAt(now, homeZone)}
          >
            <SharedWith labels={draft.legs.map(legLabel)} />
          </PassengersForm>
        </div>
      </ClientMessages>
    </PageContainer>
  );
}

/** For each passenger a line for each way: `Assentos da ida: RBR → BSB 12C · BSB → SSA 4A`. */
async function seatsInWords(draft: Draft): Promise<string[][]> {
  const t = await getTranslations('passengers');
  const journeys = journeyLabels(draft.legs);
  return seatsOfPassengers(draft).map((ofLegs) => {
    const seats = ofLegs.map((seat, index) =>
      [draft.legs[index]?.from, '→', draft.legs[index]?.to, seat].join('\u00a0'),
    );
    return byJourney(journeys, seats).map(({ journey, items }) =>
      t('seats', { way: journey.direction ?? 'none', seats: items.join(' · ') }),
    );
  });
}
