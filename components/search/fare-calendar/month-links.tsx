import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { flightsHref } from '../flights-href';
import type { SearchRequest } from '../search-request';
import { type DayRange, daysOfWay } from '../way';
import { monthInFull } from './day-words';
import { addMonths } from './month';

type MonthLinksProps = {
  request: SearchRequest;
  month: string;
  dates: DayRange;
  /** Id of the calendar on the page. */
  hash: string;
};

/** The month that is shown between the one before and the one after, as far as there is something on sale. */
export function MonthLinks({ request, month, dates, hash }: MonthLinksProps) {
  const { first, last } = daysOfWay(request, dates);
  const before = addMonths(month, -1);
  const after = addMonths(month, 1);
  const hrefOf = (other: string) => `${flightsHref({ ...request, month: other })}#${hash}`;
  return (
    <div className="grid grid-cols-[2.75rem_1fr_2.75rem] items-center">
      {before >= first.slice(0, 7) && <MonthLink href={hrefOf(before)} month={before} side="before" />}
      <p aria-hidden="true" className="col-start-2 text-center text-lg font-semibold first-letter:uppercase">
        {monthInFull(month)}
      </p>
      {after <= last.slice(0, 7) && <MonthLink href={hrefOf(after)} month={after} side="after" />}
    </div>
  );
}

type MonthLinkProps = { href: string; month: string; side: 'before' | 'after' };

function MonthLink({ href, month, side }: MonthLinkProps) {
  const t = useTranslations('flights.calendar');
  const label = t(side === 'before' ? 'monthBefore' : 'monthAfter', { month: monthInFull(month) });
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-label={label}
      title={label}
      className="grid size-11 place-items-center rounded-button text-brand-text transition-colors duration-150 hover:bg-brand-soft"
    >
      <Icon name={side === 'before' ? 'chevron-left' : 'chevron-right'} />
    </Link>
  );
}
