import { useTranslations } from 'next-intl';
import { formatDuration } from '@/components/format/duration';
import { Price } from '@/components/ui/price';
import { Tabs } from '@/components/ui/tabs';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { flightsHref } from './flights-href';
import type { SearchRequest } from './search-request';
import { type SearchSort, searchSorts } from './search-view';

type SortTabsProps = {
  request: SearchRequest;
  /** What is for sale in the order of the list; the whole front is among it, so its extremes are those of the search. */
  bookable: ItineraryView[];
};

/** Melhor, mais barato, mais rápido: three orders of the same results, each with the price and the time of its first. Nothing has no order. */
export function SortTabs({ request, bookable }: SortTabsProps) {
  const t = useTranslations('flights.sort');
  if (bookable.length === 0) return null;
  return (
    <Tabs
      label={t('label')}
      tabs={searchSorts.map((sort) => {
        const first = firstOf(sort, bookable, request.sort);
        return {
          href: flightsHref({ ...request, sort, pages: 1 }),
          label: t(sort),
          detail: first ? <PriceAndTime itinerary={first} /> : t('bestDetail'),
          current: request.sort === sort,
        };
      })}
    />
  );
}

/** What a tab would list first. The best is known only of a list in that order. */
function firstOf(sort: SearchSort, bookable: ItineraryView[], order: SearchSort): ItineraryView | undefined {
  if (sort === 'best') return order === 'best' ? bookable[0] : undefined;
  const [first] = bookable.toSorted(sort === 'price' ? byPrice : byDuration);
  return first;
}

function byPrice(a: ItineraryView, b: ItineraryView): number {
  return a.totalFareCents - b.totalFareCents || a.durationMinutes - b.durationMinutes;
}

function byDuration(a: ItineraryView, b: ItineraryView): number {
  return a.durationMinutes - b.durationMinutes || a.totalFareCents - b.totalFareCents;
}

function PriceAndTime({ itinerary }: { itinerary: ItineraryView }) {
  return (
    <span className="flex flex-wrap justify-center gap-x-1.5">
      <Price cents={itinerary.totalFareCents} className="text-ink" />
      <span aria-hidden="true" className="max-sm:hidden">
        ·
      </span>
      <span className="whitespace-nowrap">{formatDuration(itinerary.durationMinutes)}</span>
    </span>
  );
}
