import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { BookedLegCard } from '@/components/booking/booked-leg-card';
import {
  airlinesWithoutPart,
  bookedLegs,
  isPastTrip,
  passengerNamesOf,
} from '@/components/booking/booked-trip';
import { BookingHeading } from '@/components/booking/booking-heading';
import { BookingTotals } from '@/components/booking/booking-totals';
import { CancelLink } from '@/components/booking/cancel-link';
import { journeyLabels } from '@/components/booking/journey-label';
import { JourneyList } from '@/components/booking/journey-list';
import { LocatorCard } from '@/components/booking/locator-card';
import { ReviewSection } from '@/components/booking/review-section';
import { SilentAirlines } from '@/components/booking/silent-airlines';
import { TripTimeline } from '@/components/booking/trip-timeline';
import { PageContainer } from '@/components/layout/page-container';
import { LinkButton } from '@/components/ui/link-button';
import { readContacts } from '@/server/booking/read-contacts';
import { unreachableParticipants } from '@/server/booking/unreachable-participants';
import { getAirline } from '@/server/boot';
import BookingNotFound from './not-found';
import { readBooking } from './read-booking';

type BookingPageProps = {
  params: Promise<{ locator: string }>;
  searchParams: Promise<{ new?: string; cancelled?: string }>;
};

export async function generateMetadata({ params }: BookingPageProps): Promise<Metadata> {
  await connection();
  const t = await getTranslations('booking');
  return { title: t('metaTitle', { locator: (await params).locator.toUpperCase() }) };
}

/** One booking over all its airlines; with `?new=1` it is the confirmation of the purchase. */
export default async function BookingPage({ params, searchParams }: BookingPageProps) {
  const { locator } = await params;
  const { new: isNew, cancelled } = await searchParams;
  const booking = await readBooking(locator);
  if (!booking) return <BookingNotFound />;
  const t = await getTranslations('booking');
  const airline = getAirline();
  const contacts = await readContacts(airline);
  const now = airline.clock.now();
  const legs = bookedLegs(booking);
  const passengerNames = passengerNamesOf(booking);
  const canCancel = booking.state === 'confirmed' && !isPastTrip(booking, now);

  return (
    <PageContainer className="space-y-6 py-6 sm:py-10">
      <BookingHeading booking={booking} isNew={isNew === '1'} isJustCancelled={cancelled === '1'} />
      <SilentAirlines
        airlines={booking.participants.filter((code) => contacts[code].state === 'offline')}
        isPartMissing={airlinesWithoutPart(booking).length > 0}
      />
      <LocatorCard booking={booking} contacts={contacts} now={now} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <ReviewSection id="booking-flights" title={t('flights')}>
          <JourneyList journeys={journeyLabels(legs)} legs={legs} keyOf={(leg) => leg.label.legId}>
            {(leg) => <BookedLegCard leg={leg} passengerNames={passengerNames} now={now} />}
          </JourneyList>
          {passengerNames.length === 0 && (
            <p className="mt-6 text-sm text-ink-muted">{t('table.namesElsewhere')}</p>
          )}
        </ReviewSection>
        <div className="space-y-6">
          <ReviewSection id="booking-total" title={t('total.title')}>
            <BookingTotals booking={booking} />
          </ReviewSection>
          <ReviewSection id="booking-timeline" title={t('timeline.title')}>
            <TripTimeline booking={booking} now={now} />
          </ReviewSection>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <LinkButton href="/trips" variant="secondary" prefetch={false}>
          {t('actions.trips')}
        </LinkButton>
        {canCancel && (
          <CancelLink
            href={`/bookings/${booking.recordLocator}/cancel`}
            missing={unreachableParticipants(airline, booking)}
          />
        )}
      </div>
    </PageContainer>
  );
}
