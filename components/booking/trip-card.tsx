import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { Icon } from '@/components/ui/icon';
import { Price } from '@/components/ui/price';
import { airlineIdentities } from '@/server/domain/airline-code';
import type { Booking } from '@/server/domain/booking';
import { airlinesWithoutPart, type BookedLegView, bookedLegs } from './booked-trip';
import { BookingStateBadge } from './booking-state-badge';
import { byJourney, type JourneyLabel } from './by-journey';
import { journeyLabels } from './journey-label';
import { momentOf } from './moment';
import { TripTitle } from './trip-title';

const list = new Intl.ListFormat('pt-BR');

/** One trip in the list: from where to where, when, with whom and of when a copy is; all of it leads to its page. */
export function TripCard({ booking, now }: { booking: Booking; now: Date }) {
  const t = useTranslations('trips');
  const legs = bookedLegs(booking);
  const journeys = journeyLabels(legs);
  const missing = airlinesWithoutPart(booking).map((code) => airlineIdentities[code].name);
  return (
    <article className="relative grid gap-4 rounded-card border border-line bg-surface p-5 shadow-card transition-shadow duration-200 hover:shadow-lifted sm:grid-cols-[minmax(0,1fr)_auto] sm:p-6">
      <div className="min-w-0 space-y-2">
        <h3 className="text-lg leading-snug font-semibold">
          <Link
            href={`/bookings/${booking.recordLocator}`}
            prefetch={false}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            {journeys.length > 0 ? <TripTitle journeys={journeys} /> : t('unknownRoute')}
          </Link>
        </h3>
        <TripDays journeys={journeys} legs={legs} />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {booking.participants.map((airline) => {
            const copy = booking.parts.find((part) => part.airline === airline && !part.live);
            return (
              <span key={airline} className="inline-flex flex-wrap items-center gap-x-1.5">
                <AirlineName airline={airline} />
                {copy && <span className="text-warning">{t('copyOf', momentOf(copy.asOf, now))}</span>}
              </span>
            );
          })}
        </p>
        {missing.length > 0 && (
          <p className="text-sm text-warning">{t('missingPart', { airlines: list.format(missing) })}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 sm:flex-col sm:items-end">
        <BookingStateBadge state={booking.state} />
        <span className="text-lg font-semibold tracking-[0.12em]">{booking.recordLocator}</span>
        <span className="flex items-center gap-2 text-sm text-ink-muted">
          {t('passengers', { count: booking.passengerCount })} · <Price cents={booking.totalCents} />
          <Icon name="chevron-right" className="size-4" />
        </span>
      </div>
    </article>
  );
}

/** When each way sets out and ends, local times. */
function TripDays({ journeys, legs }: { journeys: JourneyLabel[]; legs: BookedLegView[] }) {
  const t = useTranslations('journey');
  return byJourney(journeys, legs).map(({ journey, firstIndex, items }) => {
    const [first, last] = [items[0]?.label, items.at(-1)?.label];
    return (
      <p key={firstIndex} className="figures text-ink-muted">
        {journey.direction && <span className="font-medium">{t(journey.direction)}: </span>}
        {journey.date} · {first?.departs}–{last?.arrives}
      </p>
    );
  });
}
