import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import type { Contacts } from '@/server/booking/read-contacts';
import { airlineCodes } from '@/server/domain/airline-code';
import { DataAge } from './data-age';

/** For each airline of the alliance, how fresh what this page says of it is. */
export function AirlineContacts({ contacts, now }: { contacts: Contacts; now: Date }) {
  const t = useTranslations('booking.age');
  return (
    <ul aria-label={t('label')} className="flex flex-col gap-x-7 gap-y-1.5 sm:flex-row sm:flex-wrap">
      {airlineCodes.map((code) => (
        <li key={code} className="flex flex-wrap items-center gap-x-2 text-sm">
          <AirlineName airline={code} />
          <DataAge contact={contacts[code]} now={now} />
        </li>
      ))}
    </ul>
  );
}
