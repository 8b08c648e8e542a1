import { useTranslations } from 'next-intl';
import { formatNumericDate } from '@/components/format/local-date';
import type { Contact, Passenger } from '@/server/domain/passenger';
import { veilDocument } from './cpf-mask';

type ReviewedPassengersProps = { passengers: Passenger[]; contact: Contact };

/** Who travels, with documents veiled, and how to reach them. */
export function ReviewedPassengers({ passengers, contact }: ReviewedPassengersProps) {
  const t = useTranslations('review');
  const documents = useTranslations('passengers');
  return (
    <>
      <ol className="divide-y divide-line">
        {passengers.map((passenger, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passengers are their position in the booking
          <li key={index} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-3 first:pt-0">
            <span className="min-w-0 font-semibold">{passenger.name}</span>
            <span className="figures text-sm text-ink-muted">
              {t('born', { date: formatNumericDate(passenger.birthDate) })} ·{' '}
              {documents(passenger.document.kind)} {veilDocument(passenger.document)}
            </span>
          </li>
        ))}
      </ol>
      <p className="border-t border-line pt-3 text-sm text-ink-muted">
        <span className="font-semibold text-ink">{t('contact')}</span> {contact.email}
        {contact.phone && ` · ${contact.phone}`}
      </p>
    </>
  );
}
