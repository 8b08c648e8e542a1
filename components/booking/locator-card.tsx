import { useTranslations } from 'next-intl';
import { formatInstantTime } from '@/components/format/instant';
import { AirlineName } from '@/components/layout/airline-name';
import { Card } from '@/components/ui/card';
import type { Booking } from '@/server/domain/booking';
import { partsInTravelOrder } from './booked-trip';
import { CopyButton } from './copy-button';

/** The trip's locator, large and ready to be copied, and beside it each airline's own. */
export function LocatorCard({ booking }: { booking: Booking }) {
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
        <ul className="mt-2 max-w-sm space-y-2">
          {partsInTravelOrder(booking).map((part) => (
            <li key={part.airline} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <AirlineName airline={part.airline} />
              <span className="font-semibold tracking-[0.12em]">
                {part.airlineLocator}
                {!part.live && (
                  <span className="ml-2 text-xs font-normal tracking-normal text-warning">
                    {t('silent.asOf', { time: formatInstantTime(part.asOf) })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
