import { useTranslations } from 'next-intl';
import { formatMoney } from '@/components/format/money';
import { PageHeading } from '@/components/layout/page-heading';
import { Alert } from '@/components/ui/alert';
import { Icon } from '@/components/ui/icon';
import type { Booking } from '@/server/domain/booking';
import { bookedLegs } from './booked-trip';
import { BookingStateBadge } from './booking-state-badge';
import { journeyLabels } from './journey-label';
import { TripTitle } from './trip-title';

type BookingHeadingProps = { booking: Booking; isNew: boolean; isJustCancelled: boolean };

/** From where to where and in which state; right after the purchase with the good news in front. */
export function BookingHeading({ booking, isNew, isJustCancelled }: BookingHeadingProps) {
  const t = useTranslations('booking');
  const journeys = journeyLabels(bookedLegs(booking));
  const route = journeys.length > 0 ? <TripTitle journeys={journeys} /> : booking.recordLocator;
  const isConfirmed = booking.state === 'confirmed';

  if (isNew && isConfirmed) {
    return (
      <header className="flex animate-rise flex-wrap items-start gap-5 rounded-card bg-positive-soft p-6 sm:p-9">
        <span className="grid size-14 shrink-0 place-items-center rounded-full bg-positive text-surface">
          <Icon name="check" className="size-8" />
        </span>
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="display text-title">{t('new.title')}</h1>
          <p className="mt-1 text-lg font-semibold">{route}</p>
          <p className="mt-2 max-w-prose">{t('new.lead')}</p>
        </div>
      </header>
    );
  }
  return (
    <>
      <PageHeading title={route} actions={<BookingStateBadge state={booking.state} />} />
      {isJustCancelled && !isConfirmed && (
        <Alert tone="positive" role="status">
          <p>{t('justCancelled', { refund: formatMoney(booking.refundCents ?? 0) })}</p>
        </Alert>
      )}
    </>
  );
}
