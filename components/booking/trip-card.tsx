import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { Icon } from '@/components/ui/icon';
import { Price } from '@/components/ui/price';
import { airlineIdentities } from '@/server/domain/airline-code';
import type { Booking } from '@/server/domain/booking';
import { airlinesWithoutPart, bookedLegs } from './booked-trip';
import { BookingStateBadge } from './booking-state-badge';
import { momentOf } from './moment';

const list = new Intl.ListFormat('pt-BR');

/** One trip in the list: from where to where, when, with whom and of when a copy is; all of it leads to its page. */
export function TripCard({ booking, now }: { booking: Booking; now: Date }) {
  const t = useTranslations('trips');
  const legs = bookedLegs(booking);
  const [first, last] = [legs[0], legs.at(-1)];
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
            {first && last ? (
              <>
                {first.label.from.city} <span className="text-ink-muted">→</span> {last.label.to.city}
              </>
            ) : (
              t('unknownRoute')
            )}
          </Link>
        </h3>
        {first && last && (
          <p className="figures text-ink-muted">
            {first.label.date} · {first.label.departs}–{last.label.arrives}
          </p>
        )}
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
