import { useTranslations } from 'next-intl';
import { flightsHref } from '../flights-href';
import type { SearchRequest } from '../search-request';
import { type DayRange, daysOfWay } from '../way';
import { ArrowLink } from './arrow-link';
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
  const t = useTranslations('flights.calendar');
  const { first, last } = daysOfWay(request, dates);
  const before = addMonths(month, -1);
  const after = addMonths(month, 1);
  const hasBefore = before >= first.slice(0, 7);
  const hasAfter = after <= last.slice(0, 7);
  const hrefOf = (shown: string) => `${flightsHref({ ...request, month: shown })}#${hash}`;
  return (
    <div className="flex items-center justify-between">
      <ArrowLink
        href={hrefOf(hasBefore ? before : month)}
        label={t('monthBefore', { month: monthInFull(before) })}
        points="left"
        isEnd={!hasBefore}
      />
      <p aria-hidden="true" className="text-center text-lg font-semibold first-letter:uppercase">
        {monthInFull(month)}
      </p>
      <ArrowLink
        href={hrefOf(hasAfter ? after : month)}
        label={t('monthAfter', { month: monthInFull(after) })}
        points="right"
        isEnd={!hasAfter}
      />
    </div>
  );
}
