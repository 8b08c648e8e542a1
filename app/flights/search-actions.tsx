import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SearchForm } from '@/components/search/search-form';
import type { SearchRequest } from '@/components/search/search-request';
import type { SearchValues } from '@/components/search/search-values';
import { Icon } from '@/components/ui/icon';
import type { SearchContext } from './search-context';
import { ShareButton } from './share-button';
import { sharedHref } from './step-href';

type SearchActionsProps = { context: SearchContext; request: SearchRequest; values: SearchValues };

/** What can be done with the search itself: send it to somebody, or change it. */
export function SearchActions({ context, request, values }: SearchActionsProps) {
  const flights = useTranslations('flights');
  const t = useTranslations('results');
  return (
    <div className="flex flex-wrap items-start gap-2 max-lg:has-[details[open]]:w-full">
      <EditSearch label={flights('editSearch')}>
        <SearchForm
          places={context.places}
          values={values}
          dates={{ first: context.today, last: context.lastDate }}
        />
      </EditSearch>
      <ShareButton href={sharedHref(request)} label={t('share')} copiedLabel={t('shared')} />
    </div>
  );
}

/** On a wide screen a sheet over the page, so that nothing moves; in its place on a narrow one. */
function EditSearch({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group max-lg:open:w-full">
      <summary className="inline-flex min-h-9 pointer-coarse:min-h-11 list-none items-center gap-2 rounded-button border border-line-strong px-3.5 text-sm font-semibold hover:border-brand-text hover:text-brand-text">
        <Icon name="search" className="size-4" /> {label}
        <Icon
          name="chevron-down"
          className="size-4 transition-transform duration-200 group-open:rotate-180"
        />
      </summary>
      <div className="pt-5 lg:absolute lg:inset-x-8 lg:z-20 lg:mt-3 lg:rounded-card lg:border lg:border-line lg:bg-surface lg:p-6 lg:shadow-lifted">
        {children}
      </div>
    </details>
  );
}
