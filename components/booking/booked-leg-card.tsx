import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { type BookedLegView, printedETicket } from './booked-trip';
import { LegLine } from './leg-line';
import { momentOf } from './moment';

type BookedLegCardProps = { leg: BookedLegView; passengerNames: string[]; now: Date };

/** One leg of a booking with everybody's seat and e-ticket on it. */
export function BookedLegCard({ leg, passengerNames, now }: BookedLegCardProps) {
  const t = useTranslations('booking');
  return (
    <LegLine
      label={leg.label}
      aside={
        !leg.live && (
          <Badge tone="warning" icon="clock">
            {t('age.copy', momentOf(leg.asOf, now))}
          </Badge>
        )
      }
    >
      <table className="mt-3 w-full text-sm">
        <caption className="sr-only">{t('table.caption', { flight: leg.label.flight })}</caption>
        <thead className="text-left text-ink-muted max-sm:sr-only">
          <tr>
            <th scope="col" className="py-1 pr-3 font-normal">
              {t('table.passenger')}
            </th>
            <th scope="col" className="py-1 pr-3 font-normal">
              {t('table.seat')}
            </th>
            <th scope="col" className="py-1 pr-3 font-normal">
              {t('table.eTicket')}
            </th>
            <th scope="col" className="py-1 font-normal">
              {t('table.state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {leg.seats.map((seat, index) => (
            <SeatRow
              key={seat.eTicketNumber}
              seat={seat}
              name={passengerNames[index] ?? t('table.unnamed', { number: index + 1 })}
            />
          ))}
        </tbody>
      </table>
    </LegLine>
  );
}

function SeatRow({ seat, name }: { seat: BookedLegView['seats'][number]; name: string }) {
  const t = useTranslations('booking');
  const { number, checkDigit } = printedETicket(seat.eTicketNumber);
  const isOver = seat.couponState === 'refunded' || seat.couponState === 'void';
  return (
    <tr className="border-t border-line align-top max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-4 max-sm:py-2">
      <th scope="row" className="py-2 pr-3 text-left font-medium max-sm:p-0">
        {name}
      </th>
      <td className="figures py-2 pr-3 text-base font-semibold max-sm:p-0 max-sm:text-right">{seat.seat}</td>
      <td className="figures py-2 pr-3 whitespace-nowrap text-ink-muted max-sm:p-0">
        {number}
        <span aria-hidden="true"> · {checkDigit}</span>
        <span className="sr-only">, {t('table.checkDigit', { digit: checkDigit })}</span>
      </td>
      <td
        className={classNames(
          'py-2 max-sm:p-0 max-sm:text-right',
          isOver ? 'text-ink-muted' : 'text-positive',
        )}
      >
        {t(`coupon.${seat.couponState}`)}
      </td>
    </tr>
  );
}
