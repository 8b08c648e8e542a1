import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { Price } from '@/components/ui/price';
import type { Booking } from '@/server/domain/booking';
import { partsInTravelOrder } from './booked-trip';

/** What was paid to which airline, and what comes back. */
export function BookingTotals({ booking }: { booking: Booking }) {
  const t = useTranslations('booking.total');
  return (
    <dl className="space-y-2 text-sm">
      {partsInTravelOrder(booking).map((part) => (
        <div key={part.airline} className="flex justify-between gap-4">
          <dt>
            <AirlineName airline={part.airline} />
          </dt>
          <dd>
            <Price cents={part.totalCents} />
          </dd>
        </div>
      ))}
      <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3 text-base font-semibold">
        <dt>{t('paid')}</dt>
        <dd>
          <Price cents={booking.totalCents} className="text-xl" />
        </dd>
      </div>
      {booking.refundCents !== null && (
        <div className="flex items-baseline justify-between gap-4 text-positive">
          <dt>
            {t('refund')} <span className="block text-ink-muted">{t('refundNote')}</span>
          </dt>
          <dd>
            <Price cents={booking.refundCents} className="text-base font-semibold" />
          </dd>
        </div>
      )}
    </dl>
  );
}
