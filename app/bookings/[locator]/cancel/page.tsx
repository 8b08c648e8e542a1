import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { CancelFlow } from '@/components/booking/cancel-flow';
import { CancelQuote } from '@/components/booking/cancel-quote';
import { namedAirlines } from '@/components/booking/named-airlines';
import { RefreshWhenOld } from '@/components/booking/refresh-when-old';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import { cancelQuote, type CancelQuote as Quote } from '@/server/booking/cancel-booking';
import { getAirline } from '@/server/boot';
import { airlineIdentities } from '@/server/domain/airline-code';
import { isRefusal } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import BookingNotFound from '../not-found';
import { type OwnedLocator, readBooking, readOwnedLocator } from '../read-booking';
import { cancelAction } from './actions';

type CancelPageProps = { params: Promise<{ locator: string }> };

export async function generateMetadata({ params }: CancelPageProps): Promise<Metadata> {
  await connection();
  const t = await getTranslations('booking.cancel');
  return { title: t('metaTitle', { locator: (await params).locator.toUpperCase() }) };
}

/** First what comes back and by which rule; then, on one press, the cancellation at all airlines or at none. */
export default async function CancelPage({ params }: CancelPageProps) {
  const { locator } = await params;
  const [booking, owned] = await Promise.all([readBooking(locator), readOwnedLocator(locator)]);
  if (!booking || !owned) return <BookingNotFound />;
  const bookingHref = `/bookings/${booking.recordLocator}`;
  if (booking.state === 'cancelled') redirect(bookingHref);
  const t = await getTranslations('booking.cancel');
  const quoted = await quoteOrReason(owned);

  return (
    <PageContainer width="reading" className="py-6 sm:py-10">
      <RefreshWhenOld renderedAt={getAirline().clock.now().toISOString()} />
      {'reason' in quoted ? (
        <>
          <CancelHeading />
          <Alert tone="warning" title={t('impossible')}>
            <p>{quoted.reason}</p>
            <p>{t('nothingChanged')}</p>
            <LinkButton href={bookingHref} size="small" variant="secondary" className="mt-2">
              {t('back')}
            </LinkButton>
          </Alert>
        </>
      ) : (
        <ClientMessages namespaces={['booking', 'review']}>
          <CancelFlow
            recordLocator={booking.recordLocator}
            airlines={namedAirlines(booking.participants)}
            idempotencyKey={getAirline().ids.uuid()}
            refundCents={quoted.refundCents}
            action={cancelAction.bind(null, booking.recordLocator)}
          >
            <CancelHeading />
            <CancelQuote quote={quoted} />
          </CancelFlow>
        </ClientMessages>
      )}
    </PageContainer>
  );
}

async function CancelHeading() {
  const t = await getTranslations('booking.cancel');
  return <PageHeading title={t('title')} lead={t('lead')} className="mb-6" />;
}

async function quoteOrReason(owned: OwnedLocator): Promise<Quote | { reason: string }> {
  try {
    return await cancelQuote(getAirline(), owned);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { airline } = error.details;
    if (error.code !== 'AIRLINE_OFFLINE' || !airline)
      return { reason: refusalSentence(error.code, error.details) };
    const t = await getTranslations('booking.cancel');
    return { reason: t('silent', { airline: airlineIdentities[airline].name }) };
  }
}
