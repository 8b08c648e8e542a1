import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { flightsHref } from '../flights-href';
import { noFilters } from '../search-filters';
import type { SearchRequest } from '../search-request';
import { activeFiltersOf } from './active-filters-of';
import { FilterName } from './filter-name';

/** What is not as it is by itself, each to be taken back with one press. Nothing when there is nothing. */
export function ActiveFilters({ request }: { request: SearchRequest }) {
  const t = useTranslations('flights.filters');
  const active = activeFiltersOf(request);
  if (active.length === 0) return null;
  return (
    <nav aria-label={t('activeLabel')}>
      <ul className="flex flex-wrap items-center gap-2">
        {active.map(({ filter, without }, position) => (
          // The key is the place: who takes one back with the keyboard finds the focus on the next.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={position}>
            <Link
              href={flightsHref(without)}
              scroll={false}
              prefetch={false}
              className="inline-flex min-h-9 pointer-coarse:min-h-11 items-center gap-2 rounded-full bg-brand-soft py-1 pr-2.5 pl-4 text-sm font-medium text-brand-text ring-brand-text ring-inset transition-shadow duration-150 hover:ring-1"
            >
              <span>
                <span className="sr-only">{t('removeNamed')} </span>
                <FilterName filter={filter} />
              </span>
              <Icon name="cross" className="size-4" />
            </Link>
          </li>
        ))}
        <li>
          <Link
            href={flightsHref({ ...request, ...noFilters, pages: 1 })}
            scroll={false}
            prefetch={false}
            className="inline-flex min-h-9 pointer-coarse:min-h-11 items-center px-2 text-sm font-semibold text-brand-text underline-offset-4 hover:underline"
          >
            {t('clear')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
