import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDate } from '@/components/format/local-date';
import { Icon, type IconName } from '@/components/ui/icon';
import { Price } from '@/components/ui/price';
import { flightsHref } from '../flights-href';
import type { SearchRequest } from '../search-request';
import { type DayRange, onDay } from '../way';
import type { Change, PricedAlternative } from './alternatives';
import { ChangeSentence } from './change-sentence';
import type { PricedDay } from './near-days';

type WaysOutProps = {
  request: SearchRequest;
  days: PricedDay[];
  alternatives: PricedAlternative[];
  /** First and last day on sale. */
  dates: DayRange;
};

/** Searches that do find something, each with what it starts at. */
export function WaysOut({ request, days, alternatives, dates }: WaysOutProps) {
  const t = useTranslations('flights.empty');
  return (
    <div className="w-full max-w-2xl space-y-7 text-left">
      {alternatives.length > 0 && (
        <Ways title={t('otherSearches')}>
          {alternatives.map(({ change, request: other, fareCents }) => (
            <WayOut key={flightsHref(other)} to={other} icon={icons[change.kind]} fareCents={fareCents}>
              <ChangeSentence change={change} />
            </WayOut>
          ))}
        </Ways>
      )}
      {days.length > 0 && (
        <Ways title={t('nearDays')}>
          {days.map(({ date, fareCents }) => (
            <WayOut key={date} to={onDay(request, date, dates)} icon="calendar" fareCents={fareCents}>
              <span className="inline-block first-letter:uppercase">{formatDate(date)}</span>
            </WayOut>
          ))}
        </Ways>
      )}
    </div>
  );
}

const icons: Record<Change['kind'], IconName> = {
  filter: 'cross',
  allFilters: 'cross',
  anyOrigin: 'pin',
  anyDestination: 'pin',
  airportChange: 'swap',
  moreStops: 'plus',
  passengers: 'person',
};

function Ways({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <ul className="divide-y divide-line overflow-clip rounded-control border border-line">{children}</ul>
    </section>
  );
}

type WayOutProps = { to: SearchRequest; icon: IconName; fareCents: number; children: ReactNode };

function WayOut({ to, icon, fareCents, children }: WayOutProps) {
  const t = useTranslations('flights.empty');
  return (
    <li>
      <Link
        href={flightsHref(to)}
        prefetch={false}
        className="group flex min-h-13 items-center gap-3 px-4 py-2.5 -outline-offset-2 transition-colors duration-150 hover:bg-sunken"
      >
        <Icon name={icon} className="size-4.5 text-brand-text" />
        <span className="min-w-0 flex-1 font-medium">{children}</span>
        <span className="shrink-0 text-right text-sm text-ink-muted">
          <span className="max-sm:block max-sm:text-xs">{t('startingAt')}</span>{' '}
          <Price cents={fareCents} className="font-semibold text-ink" />
        </span>
        <Icon
          name="chevron-right"
          className="size-4.5 text-ink-muted transition-transform duration-200 group-hover:translate-x-0.5 max-sm:hidden"
        />
      </Link>
    </li>
  );
}
