import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { AirlineContact } from '@/server/booking/read-contacts';
import { momentOf } from './moment';

const dots: Record<AirlineContact['state'], string> = {
  live: 'rounded-full bg-positive',
  stale: 'rounded-full border-2 border-warning',
  offline: 'rotate-45 bg-warning',
};

type DataAgeProps = { contact: AirlineContact; now: Date; className?: string };

/** How fresh an airline's word is: "ao vivo", or of when the copy is and since when the airline is silent. */
export function DataAge({ contact, now, className }: DataAgeProps) {
  const t = useTranslations('booking.age');
  const { state, asOf, lastHeardAt } = contact;
  const copy = asOf ? t('copy', momentOf(asOf, now)) : t('noCopy');
  const silence = lastHeardAt ? t('silentSince', momentOf(lastHeardAt, now)) : t('silent');
  const words = { live: t('live'), stale: copy, offline: `${silence}, ${copy}` };
  return (
    <span className={classNames('text-sm', state === 'live' ? 'text-ink-muted' : 'text-warning', className)}>
      <span aria-hidden="true" className={classNames('mr-1.5 inline-block size-2', dots[state])} />
      {words[state]}
    </span>
  );
}
