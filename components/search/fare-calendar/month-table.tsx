import { useTranslations } from 'next-intl';
import { addDays } from '@/server/domain/local-time';
import type { CalendarDay } from '@/server/search/search-days';
import { flightsHref } from '../flights-href';
import type { SearchRequest } from '../search-request';
import { type DayRange, daysOfWay, onDay, wayOf } from '../way';
import { monthInFull, weekdayInFullOf, weekdayOf } from './day-words';
import { fareRating } from './fare-level';
import { weeksOf } from './month';
import { MonthDay } from './month-day';

type MonthTableProps = { request: SearchRequest; days: CalendarDay[]; month: string; dates: DayRange };

/** A month as the table that it is. */
export function MonthTable({ request, days, month, dates }: MonthTableProps) {
  const t = useTranslations('flights.calendar');
  const { date: chosen, isBack } = wayOf(request);
  const open = days.map((day) => withinRange(day, daysOfWay(request, dates)));
  const daysByDate = new Map(open.map((day) => [day.date, day]));
  const rate = fareRating(open);
  const caption = { month: monthInFull(month), count: request.passengers };
  return (
    <table className="mt-2 w-full table-fixed border-separate border-spacing-0.5 sm:border-spacing-1">
      <caption className="sr-only">{isBack ? t('captionBack', caption) : t('caption', caption)}</caption>
      <WeekdayNames />
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.sunday}>
            {week.days.map((date, weekday) => {
              const day = date === null ? undefined : daysByDate.get(date);
              if (!day) return <td key={addDays(week.sunday, weekday)} />;
              return (
                <td key={day.date} className="p-0 align-top">
                  <MonthDay
                    day={day}
                    rated={day.lowestFareCents === null ? null : rate(day.lowestFareCents)}
                    current={day.date === chosen}
                    href={flightsHref(onDay(request, day.date, dates))}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day on which the way that is being chosen cannot be is closed, whatever it costs. */
function withinRange(day: CalendarDay, { first, last }: DayRange): CalendarDay {
  const isWithin = day.date >= first && day.date <= last;
  return isWithin ? day : { date: day.date, state: 'closed', lowestFareCents: null };
}

/** Some Sunday: from here the seven days have their names. */
const sunday = '2026-11-01';
const weekdays = Array.from({ length: 7 }, (_, day) => addDays(sunday, day));

function WeekdayNames() {
  return (
    <thead>
      <tr>
        {weekdays.map((day) => (
          <th
            key={day}
            scope="col"
            abbr={weekdayInFullOf(day)}
            className="pb-1 text-center text-xs font-medium text-ink-muted"
          >
            {weekdayOf(day)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
