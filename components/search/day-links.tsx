import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDate, formatLongDate } from '@/components/format/local-date';
import { Icon } from '@/components/ui/icon';
import { addDays } from '@/server/domain/local-time';
import { flightsHref } from './flights-href';
import type { SearchRequest } from './search-request';

type DayLinksProps = { request: SearchRequest; dates: { first: string; last: string } };

/** The same search a day earlier and a day later, where those days are on sale. */
export function DayLinks({ request, dates }: DayLinksProps) {
  const t = useTranslations('flights');
  const before = addDays(request.date, -1);
  const after = addDays(request.date, 1);
  const look =
    'inline-flex min-h-11 items-center gap-1 rounded-button px-2 text-sm font-semibold text-brand-text hover:bg-brand-soft sm:px-3';
  return (
    <nav aria-label={t('otherDays')} className="-mx-2 flex items-center gap-1 sm:-mx-3">
      {before >= dates.first && (
        <Link
          href={flightsHref({ ...request, date: before })}
          aria-label={t('dayBefore', { date: formatLongDate(before) })}
          className={look}
        >
          <Icon name="chevron-left" className="size-4" /> {formatDate(before)}
        </Link>
      )}
      {after <= dates.last && (
        <Link
          href={flightsHref({ ...request, date: after })}
          aria-label={t('dayAfter', { date: formatLongDate(after) })}
          className={look}
        >
          {formatDate(after)} <Icon name="chevron-right" className="size-4" />
        </Link>
      )}
    </nav>
  );
}
