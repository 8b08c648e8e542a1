import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { addDays } from '@/server/domain/local-time';
import type { CalendarDay } from '@/server/search/search-days';
import { flightsHref } from '../flights-href';
import type { SearchRequest } from '../search-request';
import { type DayRange, daysOfWay, onDay, wayOf } from '../way';
import { ArrowLink } from './arrow-link';
import { fareRating } from './fare-level';
import { FareWeekDay } from './fare-week-day';

type FareWeekProps = {
  request: SearchRequest;
  /** The days of `fareWeekDates`. */
  days: CalendarDay[];
  /** First and last day on sale. */
  dates: DayRange;
  /** The way to more days, beside the title. */
  more?: ReactNode;
};

const daysPerWeek = 7;

/**
 * What the days around cost. The day of the search stands in the middle, so on a narrow screen, where the strip
 * scrolls, it is in view from the start.
 */
export function FareWeek({ request, days, dates, more }: FareWeekProps) {
  const t = useTranslations('flights.calendar');
  const { date, isBack } = wayOf(request);
  const rate = fareRating(days);
  const label = isBack ? t('weekBack') : t('week');
  return (
    <nav aria-label={label} className="space-y-2">
      <div className="flex items-center justify-between gap-3">
        <p aria-hidden="true" className="text-sm text-ink-muted">
          <span className="font-semibold text-ink">{label}</span>{' '}
          <span className="max-sm:hidden">· {t('forPassengers', { count: request.passengers })}</span>
        </p>
        <div className="flex items-center gap-1">
          {more}
          <WeekLink request={request} dates={dates} days={-daysPerWeek} label={t('earlier')} />
          <WeekLink request={request} dates={dates} days={daysPerWeek} label={t('later')} />
        </div>
      </div>
      <ol className="-m-1 flex gap-1.5 overflow-x-auto p-1 [scrollbar-width:none]">
        {days.map((day) => (
          <FareWeekDay
            key={day.date}
            day={day}
            rated={day.lowestFareCents === null ? null : rate(day.lowestFareCents)}
            current={day.date === date}
            href={flightsHref(onDay(request, day.date, dates))}
          />
        ))}
      </ol>
    </nav>
  );
}

type WeekLinkProps = { request: SearchRequest; dates: DayRange; days: number; label: string };

/** A week back or on, or as far as one can go. */
function WeekLink({ request, dates, days, label }: WeekLinkProps) {
  const { date } = wayOf(request);
  const { first, last } = daysOfWay(request, dates);
  const aimed = addDays(date, days);
  const reached = aimed < first ? first : aimed > last ? last : aimed;
  return (
    <ArrowLink
      href={flightsHref(onDay(request, reached, dates))}
      label={label}
      points={days < 0 ? 'left' : 'right'}
      isEnd={reached === date}
    />
  );
}
