import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BookingSteps } from '@/components/booking/booking-steps';
import { journeyLabels } from '@/components/booking/journey-label';
import { legLabel } from '@/components/booking/leg-label';
import { namedAirlines } from '@/components/booking/named-airlines';
import { PriceTable } from '@/components/booking/price-table';
import { PurchaseFlow } from '@/components/booking/purchase-flow';
import { RefreshWhenOld } from '@/components/booking/refresh-when-old';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import { getSession } from '@/server/auth/session';
import type { Draft } from '@/server/booking/get-draft';
import { draftOutcome } from '@/server/booking/purchase-draft';
import { type TransactionView, transactionView } from '@/server/booking/transaction-view';
import { getAirline } from '@/server/boot';
import type { Session } from '@/server/context';
import { sumCents } from '@/server/domain/money';
import { readDraftOwner } from '../draft-owner';
import { hasAllSeats } from '../has-all-seats';
import DraftNotFound from '../not-found';
import { readDraft } from '../read-draft';
import { TripAirlines } from '../trip-airlines';
import { TripObstacle } from '../trip-obstacle';
import { buyAction } from './actions';
import { ReviewedTrip } from './reviewed-trip';
import { SignInToBuy } from './sign-in-to-buy';

type ReviewPageProps = { params: Promise<{ draftId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('review');
  return { title: t('metaTitle') };
}

/** Everything on one page and one button; once bought, the transaction in its place however often it is loaded. */
export default async function ReviewPage({ params }: ReviewPageProps) {
  const { draftId } = await params;
  const draft = await readDraft(draftId);
  if (!draft) return <DraftNotFound />;
  const transaction = draft.purchase ? await readTransaction(draftId) : null;
  if (!transaction && !hasAllSeats(draft)) redirect(`/book/${draftId}/seats?problem=seats`);
  if (!transaction && !draft.details) redirect(`/book/${draftId}/passengers`);
  const t = await getTranslations('review');
  const labels = draft.legs.map(legLabel);
  const session = await getSession();

  return (
    <PageContainer className="py-6 sm:py-10">
      <RefreshWhenOld renderedAt={getAirline().clock.now().toISOString()} />
      <BookingSteps
        draftId={draftId}
        legs={draft.legs}
        passengerCount={draft.passengerCount}
        current="confirmation"
        hasDetails={!transaction}
      />
      <ClientMessages namespaces={['review', 'hold']}>
        <div className="mt-6">
          <PurchaseFlow
            heading={
              <div className="mb-6 space-y-4">
                <PageHeading title={t('title')} lead={t('lead')} />
                <TripAirlines draft={draft} />
                <TripObstacle draft={draft} />
              </div>
            }
            buyer={session && t('buy.buyer', { name: session.name, email: session.email })}
            draftId={draftId}
            airlines={namedAirlines(draft.legs.map((leg) => leg.airline))}
            labels={labels}
            totalCents={draft.quote.totalCents}
            initial={transaction}
            action={buyAction.bind(null, draftId)}
            insteadOfButton={insteadOfButton(draft, session)}
            summary={
              <PriceTable
                legs={pricedLegs(draft)}
                journeys={journeyLabels(draft.legs)}
                passengerCount={draft.passengerCount}
                totalCents={draft.quote.totalCents}
              />
            }
          >
            <ReviewedTrip draft={draft} labels={labels} />
          </PurchaseFlow>
        </div>
      </ClientMessages>
    </PageContainer>
  );
}

/** Nothing can be pressed on a trip that cannot be bought any more (the heading says why), nor by who is not signed in. */
function insteadOfButton(draft: Draft, session: Session | null): ReactNode {
  if (draft.obstacle) return false;
  return session ? null : <SignInToBuy draftId={draft.id} />;
}

/** How this draft's purchase stands; a confirmed one has its own page. A refused one may be tried again, so it is null. */
async function readTransaction(draftId: string): Promise<TransactionView | null> {
  const result = await draftOutcome(getAirline(), { draftId, owner: await readDraftOwner() });
  if (result?.status === 'confirmed') {
    redirect(result.booking ? `/bookings/${result.booking.recordLocator}?new=1` : '/trips');
  }
  return result?.status === 'pending' ? transactionView(result) : null;
}

function pricedLegs({ legs, quote }: Draft) {
  return legs.map((leg) => {
    const quoted = quote.legs.find(({ legId }) => legId === leg.legId);
    const surchargeCents = sumCents(quoted?.seats.map((seat) => seat.surchargeCents) ?? []);
    return { label: legLabel(leg), fareCents: quoted?.fareCents ?? leg.fareCents, surchargeCents };
  });
}
