import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/_trpc/live-page';
import { BookingSteps } from '@/components/booking/booking-steps';
import { journeyLabels } from '@/components/booking/journey-label';
import { legLabel } from '@/components/booking/leg-label';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import { AirlineStates } from '@/components/search/airline-states';
import { legSeatsOf } from '@/components/seat-map/leg-seats';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { getSession } from '@/server/auth/session';
import type { Draft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import { inCanonicalOrder } from '@/server/domain/airline-code';
import { operatingAirline } from '@/server/domain/leg';
import { readFreshness } from '@/server/replication/freshness';
import { passengerLabels } from '../passenger-labels';
import { readDraft } from '../read-draft';
import { chooseSeatsAction, continueToPassengersAction } from './actions';
import { LiveSeatSelection } from './live-seat-selection';
import { readSeatMap } from './read-seat-map';

type SeatsPageProps = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('seats');
  return { title: t('metaTitle') };
}

/** Choosing seats on every leg of a draft; the first choice holds it at the airline that flies it. */
export default async function SeatsPage({ params, searchParams }: SeatsPageProps) {
  const { draftId } = await params;
  const { problem } = await searchParams;
  const draft = await readDraft(draftId);
  if (draft.purchase) redirect(`/book/${draftId}/review`);
  const t = await getTranslations('seats');
  const [legs, airlines] = await Promise.all([readLegSeats(draft), readFreshness(getAirline())]);
  const legIds = draft.legs.map(({ legId }) => legId);

  return (
    <PageContainer className="py-6 sm:py-10">
      <BookingSteps
        draftId={draftId}
        legs={draft.legs}
        passengerCount={draft.passengerCount}
        current="seats"
        hasDetails={draft.details !== null}
      />
      <PageHeading
        title={t('title')}
        lead={<span className="max-sm:sr-only">{t('lead')}</span>}
        className="mt-6 mb-6"
      />
      {problem && (
        <Alert tone="warning" role="alert" className="mb-5">
          <p>{t('problem')}</p>
        </Alert>
      )}
      <noscript>
        <ChooseWithoutScript draftId={draftId} />
      </noscript>
      <LivePage legIds={legIds}>
        <div className="mb-5">
          <AirlineStates airlines={airlines} shown={inCanonicalOrder(legIds.map(operatingAirline))} />
        </div>
        <ClientMessages namespaces={['seats', 'hold', 'journey']}>
          <LiveSeatSelection
            draftId={draftId}
            legs={legs}
            labels={draft.legs.map(legLabel)}
            journeys={journeyLabels(draft.legs)}
            passengerNames={await passengerLabels(draft)}
            fareTotalCents={draft.quote.fareTotalCents}
            renderedAt={getAirline().clock.now().toISOString()}
            continueAction={continueToPassengersAction.bind(null, draftId)}
          />
        </ClientMessages>
      </LivePage>
    </PageContainer>
  );
}

async function readLegSeats(draft: Draft) {
  const session = await getSession();
  return Promise.all(
    draft.legs.map(async ({ legId }) => {
      const hold = draft.holds.find((one) => one.legId === legId);
      return legSeatsOf({
        legId,
        seatMap: await readSeatMap({ legId, bookingDraftId: draft.id, customerId: session?.customerId }),
        heldSeats: hold?.seats ?? [],
        holdUntil: hold?.holdUntil ?? null,
        passengerCount: draft.passengerCount,
      });
    }),
  );
}

async function ChooseWithoutScript({ draftId }: { draftId: string }) {
  const t = await getTranslations('seats.noScript');
  return (
    <Alert tone="info" className="mb-5">
      <p>{t('body')}</p>
      <form action={chooseSeatsAction.bind(null, draftId)} className="mt-3">
        <Button type="submit">{t('button')}</Button>
      </form>
    </Alert>
  );
}
