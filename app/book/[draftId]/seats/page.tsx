import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/_trpc/live-page';
import { BookingSteps } from '@/components/booking/booking-steps';
import { journeyLabels } from '@/components/booking/journey-label';
import { legLabel } from '@/components/booking/leg-label';
import { RefreshWhenOld } from '@/components/booking/refresh-when-old';
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
import { refusalSentence } from '@/server/language/refusal-sentence';
import { readFreshness } from '@/server/replication/freshness';
import DraftNotFound from '../not-found';
import { passengerLabels } from '../passenger-labels';
import { readDraft } from '../read-draft';
import { TripObstacle } from '../trip-obstacle';
import { chooseSeatsAction, continueToPassengersAction } from './actions';
import { LiveSeatSelection } from './live-seat-selection';
import { readSeatMap } from './read-seat-map';

/** Refusals of a purchase after which other seats have to be chosen. */
const seatRefusals = ['SEAT_TAKEN', 'SEAT_CONTESTED', 'HOLD_EXPIRED'] as const;

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
  if (!draft) return <DraftNotFound />;
  if (draft.purchase) redirect(`/book/${draftId}/review`);
  const t = await getTranslations('seats');
  const [legs, airlines] = await Promise.all([readLegSeats(draft), readFreshness(getAirline())]);
  const legIds = draft.legs.map(({ legId }) => legId);
  const renderedAt = getAirline().clock.now().toISOString();

  return (
    <PageContainer className="py-6 sm:py-10">
      <RefreshWhenOld renderedAt={renderedAt} />
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
      <div className="mb-5 empty:hidden">
        <TripObstacle draft={draft} />
        {problem && !draft.obstacle && (
          <Alert tone="warning" role="alert">
            <p>{await sentenceOf(problem)}</p>
          </Alert>
        )}
      </div>
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
            renderedAt={renderedAt}
            continueAction={continueToPassengersAction.bind(null, draftId)}
          />
        </ClientMessages>
      </LivePage>
    </PageContainer>
  );
}

/** What led here: a purchase that was refused over its seats, or a page that needs them all. */
async function sentenceOf(problem: string | string[]): Promise<string> {
  const refused = seatRefusals.find((code) => code === problem);
  if (refused) return refusalSentence(refused, {});
  const t = await getTranslations('seats');
  return t('problem');
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
