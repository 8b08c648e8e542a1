import { useTranslations } from 'next-intl';
import { countActiveFilters } from '@/components/search/filters/active-filters-of';
import { Filters } from '@/components/search/filters/filters';
import type { SearchRequest } from '@/components/search/search-request';
import { Icon } from '@/components/ui/icon';
import type { SearchFacets } from '@/server/search/search-facets';

type FilterPanelProps = { request: SearchRequest; facets: SearchFacets };

/**
 * The filters: a column where there is room, a disclosure where there is not. One `details` serves both: on a wide screen
 * its content is shown whether it is open or not, and its summary is hidden by browsers that can do that.
 */
export function FilterPanel({ request, facets }: FilterPanelProps) {
  const t = useTranslations('results');
  return (
    <details className="group min-w-0 details-content:lg:[content-visibility:visible] lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:self-start">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-button border border-line-strong bg-surface px-4 text-sm font-semibold hover:border-brand-text hover:text-brand-text supports-[selector(::details-content)]:lg:hidden">
        <Icon name="filter" className="size-4" />
        {t('filters', { count: countActiveFilters(request) })}
        <Icon
          name="chevron-down"
          className="ml-auto size-4 transition-transform duration-200 group-open:rotate-180"
        />
      </summary>
      <div className="max-lg:pt-4">
        <Filters request={request} facets={facets} />
      </div>
    </details>
  );
}
