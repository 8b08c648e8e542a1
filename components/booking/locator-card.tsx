import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { Contacts } from '@/server/booking/read-contacts';
import type { Booking } from '@/server/domain/booking';
import { partsInTravelOrder } from './booked-trip';
import { DataAge } from './data-age';

type LocatorCardProps = { booking: Booking; contacts: Contacts; now: Date };

/** The trip's locator, large and ready to be copied, and beside it each airline's own and how fresh its word is. */
export function LocatorCard({ booking, contacts, now }: LocatorCardProps) {
  const t = useTranslations('booking');
  return (
    <Card className="grid gap-6 sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-10">
      <div>
        <p className="text-sm text-ink-muted">{t('locator.label')}</p>
        <p className="mt-1 display lining-nums text-[clamp(2.5rem,1.75rem+3vw,3.5rem)] leading-none tracking-[0.08em]!">
          {booking.recordLocator}
        </p>
        <div className="mt-4">
          <CopyButton
            text={booking.recordLocator}
            label={t('locator.copy')}
            copiedLabel={t('locator.copied')}
          />
        </div>
      </div>
      <div className="border-line max-sm:border-t max-sm:pt-5 sm:border-l sm:pl-10">
        <p className="text-sm text-ink-muted">{t('locator.airlines')}</p>
        <ul className="mt-2 max-w-sm space-y-3">
          {partsInTravelOrder(booking).map((part) => (
            <li key={part.airline} className="flex flex-wrap items-center justify-between gap-x-4">
              <AirlineName airline={part.airline} />
              <span className="font-semibold tracking-[0.12em]">{part.airlineLocator}</span>
              <DataAge
                contact={{ ...contacts[part.airline], asOf: part.asOf }}
                now={now}
                className="basis-full"
              />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
