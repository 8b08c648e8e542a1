import { useTranslations } from 'next-intl';
import { FilterName } from '../filters/filter-name';
import type { Change } from './alternatives';

/** What one would do differently. */
export function ChangeSentence({ change }: { change: Change }) {
  const t = useTranslations('flights.empty.changes');
  switch (change.kind) {
    case 'filter':
      return t.rich('filter', { filter: () => <FilterName filter={change.filter} /> });
    case 'anyOrigin':
    case 'anyDestination':
      return t(change.kind, { city: change.city });
    case 'moreStops':
      return t('moreStops', { count: change.maxStops });
    case 'passengers':
      return t('passengers', { count: change.count });
    case 'allFilters':
    case 'airportChange':
      return t(change.kind);
  }
}
