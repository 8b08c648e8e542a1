import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { FareCalendar } from '@/components/search/fare-calendar/fare-calendar';
import { FareWeek } from '@/components/search/fare-calendar/fare-week';
import { flightsHref } from '@/components/search/flights-href';
import type { SearchRequest } from '@/components/search/search-request';
import { type DayRange, wayOf } from '@/components/search/way';
import { Icon } from '@/components/ui/icon';
import type { CalendarDay } from '@/server/search/search-days';
import { FocusOnChange } from './focus-on-change';

type FareDaysProps = {
  request: SearchRequest;
  dates: DayRange;
  week: CalendarDay[];
  month: CalendarDay[] | null;
};

/** What other days cost: those around, and the month once it was asked for. */
export function FareDays({ request, dates, week, month }: FareDaysProps) {
  const isOpen = month !== null && request.month !== null;
  return (
    <div className="min-w-0 space-y-3 lg:col-start-2">
      <FareWeek
        request={request}
        days={week}
        dates={dates}
        more={isOpen ? null : <CalendarLink request={request} />}
      />
      {isOpen && <FareCalendar request={request} days={month} month={request.month ?? ''} dates={dates} />}
      <FocusOnChange of={String(isOpen)} target={isOpen ? '#fare-calendar > summary' : '#calendar-link'} />
    </div>
  );
}

/** A month of fares is as heavy as the list, so it is a page of its own until somebody wants it. */
function CalendarLink({ request }: { request: SearchRequest }) {
  const t = useTranslations('results');
  return (
    <Link
      id="calendar-link"
      href={`${flightsHref({ ...request, month: wayOf(request).date.slice(0, 7) })}#fare-calendar`}
      scroll={false}
      prefetch={false}
      className="inline-flex min-h-9 items-center gap-1.5 text-sm font-semibold text-brand-text hover:underline"
    >
      <Icon name="calendar" className="size-4" />
      <span>{t.rich('calendar', { more: (more) => <span className="max-sm:sr-only">{more}</span> })}</span>
    </Link>
  );
}
