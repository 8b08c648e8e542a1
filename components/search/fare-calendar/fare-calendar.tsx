import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { CalendarDay } from '@/server/search/search-days';
import type { SearchRequest } from '../search-request';
import { type DayRange, wayOf } from '../way';
import { FareLegend } from './fare-legend';
import { MonthLinks } from './month-links';
import { MonthTable } from './month-table';

type FareCalendarProps = {
  request: SearchRequest;
  /** Every day of the month. */
  days: CalendarDay[];
  /** `YYYY-MM`. */
  month: string;
  /** First and last day on sale. */
  dates: DayRange;
};

/** Before JavaScript another month is another page: it begins here. */
const id = 'fare-calendar';

/** What every day of a month costs, drawn once a month was asked for; choosing a day moves the way that is being chosen. */
export function FareCalendar({ request, days, month, dates }: FareCalendarProps) {
  const t = useTranslations('flights.calendar');
  const { isBack } = wayOf(request);
  return (
    <details id={id} open className="group scroll-mt-4">
      <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-button border border-line-strong bg-surface px-4 text-sm font-semibold hover:border-brand-text hover:text-brand-text">
        <Icon name="calendar" className="size-4" /> {t('title')}
        <Icon
          name="chevron-down"
          className="size-4 transition-transform duration-200 group-open:rotate-180"
        />
      </summary>
      <div className="mt-3 rounded-card border border-line bg-surface p-3 shadow-card sm:p-5">
        <MonthLinks request={request} month={month} dates={dates} hash={id} />
        <MonthTable request={request} days={days} month={month} dates={dates} />
        <FareLegend />
        <p className="mt-2 text-sm text-ink-muted">
          {isBack ? t('leadBack') : t('lead')} {t('total', { count: request.passengers })}
        </p>
      </div>
    </details>
  );
}
