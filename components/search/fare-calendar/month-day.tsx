import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { CalendarDay } from '@/server/search/search-days';
import { DayName } from './day-name';
import { dayOfMonth } from './day-words';
import { FareBars } from './fare-bars';
import type { RatedFare } from './fare-level';
import { formatShortFare } from './short-fare';

type MonthDayProps = {
  day: CalendarDay;
  /** How its fare compares with those of the month; null without a fare. */
  rated: RatedFare | null;
  current: boolean;
  href: string;
};

const cell =
  'relative flex min-h-16 flex-col items-center gap-0.5 rounded-control border pt-1.5 pb-2 text-center sm:min-h-[4.5rem]';

/** A day of the month: a link to its trips, or the word why it has none. */
export function MonthDay({ day, rated, current, href }: MonthDayProps) {
  const name = <DayName day={day} isLowest={rated?.isLowest ?? false} />;
  if (day.lowestFareCents === null && day.state !== 'waiting' && !current) {
    return (
      <div className={classNames(cell, 'border-transparent text-ink-muted')}>
        {name}
        <DayNumber date={day.date} />
        <DayState state={day.state} />
      </div>
    );
  }
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'date' : undefined}
      className={classNames(
        cell,
        'transition-colors duration-150 hover:border-brand-text',
        current ? 'border-brand-text bg-brand-soft' : 'border-line',
      )}
    >
      {name}
      <DayNumber date={day.date} />
      {day.lowestFareCents === null || rated === null ? (
        <DayState state={day.state} />
      ) : (
        <DayFare cents={day.lowestFareCents} rated={rated} />
      )}
    </Link>
  );
}

function DayNumber({ date }: { date: string }) {
  return (
    <span aria-hidden="true" className="figures text-sm font-semibold">
      {dayOfMonth(date)}
    </span>
  );
}

/** A day that is over or too far ahead needs no word. */
function DayState({ state }: { state: CalendarDay['state'] }) {
  const t = useTranslations('flights.calendar');
  if (state === 'closed') return null;
  return (
    <span aria-hidden="true" className="text-[0.6875rem] leading-tight text-ink-muted">
      {t(`states.${state}`)}
    </span>
  );
}

function DayFare({ cents, rated }: { cents: number; rated: RatedFare }) {
  const [currency, amount] = formatShortFare(cents).split(/\s/);
  return (
    <span aria-hidden="true" className="flex flex-col items-center gap-1.5">
      <span
        className={classNames(
          'figures text-[0.6875rem] leading-tight whitespace-nowrap sm:text-sm',
          rated.isLowest && 'rounded-full bg-positive-soft px-0.5 font-semibold text-positive sm:px-1.5',
        )}
      >
        <span className="max-sm:hidden">{currency} </span>
        {amount}
      </span>
      <FareBars level={rated.level} />
    </span>
  );
}
