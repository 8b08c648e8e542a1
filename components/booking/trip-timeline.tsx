import { useTranslations } from 'next-intl';
import { formatInstant } from '@/components/format/instant';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import type { Booking } from '@/server/domain/booking';
import { journeysOf, lastOf } from '@/server/domain/journeys';
import { freeCancellationDeadline } from '@/server/domain/passenger-rights';
import { type BookedLegView, bookedLegs } from './booked-trip';

type Moment = { at: string; text: string; time: string };

/** What has happened to a booking and what comes next, in the order of time. */
export function TripTimeline({ booking, now }: { booking: Booking; now: Date }) {
  const t = useTranslations('booking.timeline');
  const legs = bookedLegs(booking);
  const landings = new Set(journeysOf(legs).map((journey) => lastOf(journey).label.legId));
  const moments: Moment[] = [
    {
      at: booking.bookedAt,
      text: t('booked', { count: booking.participants.length }),
      time: formatInstant(booking.bookedAt),
    },
  ];
  if (booking.cancelledAt) {
    moments.push({ at: booking.cancelledAt, text: t('cancelled'), time: formatInstant(booking.cancelledAt) });
  } else {
    const freeUntil = freeUntilOf(booking, legs);
    if (freeUntil) moments.push({ at: freeUntil, text: t('freeUntil'), time: formatInstant(freeUntil) });
    for (const { label, departsAt, arrivesAt } of legs) {
      const departure = t('departs', { city: label.from.city });
      moments.push({ at: departsAt, text: departure, time: `${label.date}, ${label.departs}` });
      if (landings.has(label.legId)) {
        moments.push({ at: arrivesAt, text: t('arrives', { city: label.to.city }), time: label.arrives });
      }
    }
  }
  const inOrder = moments.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

  return (
    <ol>
      {inOrder.map((moment, index) => {
        const isDone = Date.parse(moment.at) <= now.getTime();
        return (
          <li key={`${moment.at} ${moment.text}`} className="relative flex gap-3.5 pb-5 last:pb-0">
            {index < inOrder.length - 1 && (
              <span
                aria-hidden="true"
                className="absolute top-6 bottom-0 left-[0.6875rem] w-px bg-line-strong"
              />
            )}
            <TimelineMark isDone={isDone} />
            <div className="min-w-0 text-sm">
              <p className={classNames('font-medium', !isDone && 'text-ink-muted')}>
                {moment.text}
                {isDone && <span className="sr-only"> ({t('done')})</span>}
              </p>
              <time dateTime={moment.at} className="figures text-ink-muted">
                {moment.time}
              </time>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function TimelineMark({ isDone }: { isDone: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid size-[1.4375rem] shrink-0 place-items-center rounded-full border',
        isDone ? 'border-positive bg-positive-soft text-positive' : 'border-line-strong bg-surface',
      )}
    >
      {isDone && <Icon name="check" className="size-3.5" />}
    </span>
  );
}

/** The end of the 24 hours, ISO 8601 UTC, or null when they never applied. */
function freeUntilOf({ bookedAt }: Booking, legs: BookedLegView[]): string | null {
  const first = legs[0];
  if (!first) return null;
  const facts = { bookedAt: new Date(bookedAt), firstDepartureAt: new Date(first.departsAt) };
  return freeCancellationDeadline(facts)?.toISOString() ?? null;
}
