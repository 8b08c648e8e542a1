import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { AirlineContacts } from '@/components/booking/airline-contacts';
import { isPastTrip } from '@/components/booking/booked-trip';
import { TripCard } from '@/components/booking/trip-card';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { getSession } from '@/server/auth/session';
import { listBookings } from '@/server/booking/list-bookings';
import { readContacts } from '@/server/booking/read-contacts';
import { getAirline } from '@/server/boot';
import { airlineCodes, airlineIdentities } from '@/server/domain/airline-code';
import type { Booking } from '@/server/domain/booking';
import { byNextDeparture } from './by-next-departure';

const list = new Intl.ListFormat('pt-BR');

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('trips');
  return { title: t('metaTitle') };
}

/** Every trip of the customer, whichever airline's site sold it; says how fresh each airline's word is. */
export default async function TripsPage() {
  const session = await getSession();
  if (!session) redirect('/sign-in?next=/trips');
  const t = await getTranslations('trips');
  const airline = getAirline();
  const [{ bookings }, contacts] = await Promise.all([
    listBookings(airline, { customerId: session.customerId }),
    readContacts(airline),
  ]);
  const offline = airlineCodes.filter((code) => contacts[code].state === 'offline');
  const now = airline.clock.now();
  const past = bookings.filter((booking) => isPastTrip(booking, now));
  const upcoming = bookings.filter((booking) => !past.includes(booking)).toSorted(byNextDeparture);

  return (
    <PageContainer width="reading" className="space-y-8 py-6 sm:py-10">
      <div className="space-y-5">
        <PageHeading title={t('title')} lead={t('lead')} />
        <AirlineContacts contacts={contacts} now={now} />
      </div>
      {offline.length > 0 && (
        <Alert
          tone="warning"
          title={t('silent.title', {
            count: offline.length,
            airlines: list.format(offline.map((code) => airlineIdentities[code].name)),
          })}
        >
          <p>{t('silent.body')}</p>
        </Alert>
      )}
      {bookings.length === 0 && <NoTrips />}
      <TripSection id="upcoming-trips" title={t('upcoming')} bookings={upcoming} now={now} />
      <TripSection id="past-trips" title={t('past')} bookings={past} now={now} />
    </PageContainer>
  );
}

async function NoTrips() {
  const t = await getTranslations('trips.empty');
  return (
    <EmptyState
      art={
        <span className="grid size-16 place-items-center rounded-full bg-brand-soft text-brand-text">
          <Icon name="plane" className="size-8" />
        </span>
      }
      title={t('title')}
      actions={<LinkButton href="/">{t('search')}</LinkButton>}
    >
      <p>{t('body')}</p>
    </EmptyState>
  );
}

type TripSectionProps = { id: string; title: string; bookings: Booking[]; now: Date };

function TripSection({ id, title, bookings, now }: TripSectionProps) {
  if (bookings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="display mb-4 text-heading">
        {title}
      </h2>
      <ul className="space-y-4">
        {bookings.map((booking) => (
          <li key={booking.recordLocator}>
            <TripCard booking={booking} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
