import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { CalendarDay } from '@/server/search/search-days';
import { DayName } from './day-name';
import { monthAndDayOf, weekdayOf } from './day-words';
import { FareBars } from './fare-bars';
import type { RatedFare } from './fare-level';
import { formatShortFare } from './short-fare';

type FareWeekDayProps = {
  day: CalendarDay;
  /** How its fare compares with those beside it; null without a fare. */
  rated: RatedFare | null;
  current: boolean;
  href: string;
};

/** A day of the strip. One without a fare can be visited too: the page says why there is nothing. */
export function FareWeekDay({ day, rated, current, href }: FareWeekDayProps) {
  return (
    <li className="relative min-w-[3.75rem] flex-1">
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={current ? 'date' : undefined}
        className={classNames(
          'flex h-full flex-col items-center gap-0.5 rounded-control border px-1 pt-2 pb-2.5 text-center transition-colors duration-150',
          current ? 'border-brand-text bg-brand-soft' : 'border-line bg-surface hover:border-brand-text',
        )}
      >
        <DayName day={day} isLowest={rated?.isLowest ?? false} />
        <span aria-hidden="true" className="contents">
          <span className="text-xs text-ink-muted">{weekdayOf(day.date)}</span>
          <span className="figures text-sm font-semibold">{monthAndDayOf(day.date)}</span>
          <DayFare day={day} rated={rated} />
        </span>
      </Link>
    </li>
  );
}

function DayFare({ day, rated }: Pick<FareWeekDayProps, 'day' | 'rated'>) {
  const t = useTranslations('flights.calendar');
  if (day.lowestFareCents === null || rated === null) {
    return <span className="mt-1 text-xs text-ink-muted">{t(`states.${day.state}`)}</span>;
  }
  return (
    <>
      <span
        className={classNames(
          'figures mt-1 text-xs whitespace-nowrap sm:text-sm',
          rated.isLowest && 'font-semibold text-positive',
        )}
      >
        {formatShortFare(day.lowestFareCents)}
      </span>
      <span className="mt-1 flex h-4 items-center">
        {rated.isLowest ? (
          <span className="rounded-full bg-positive-soft px-1.5 text-[0.6875rem] leading-4 font-semibold text-positive">
            {t('lowestShort')}
          </span>
        ) : (
          <FareBars level={rated.level} />
        )}
      </span>
    </>
  );
}
