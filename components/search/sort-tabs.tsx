import { useTranslations } from 'next-intl';
import { formatDuration } from '@/components/format/duration';
import { formatMoney } from '@/components/format/money';
import { Tabs } from '@/components/ui/tabs';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { flightsHref } from './flights-href';
import { type SearchRequest, searchSorts } from './search-request';

type SortTabsProps = { request: SearchRequest; bookable: ItineraryView[] };

/** Melhor, mais barato, mais rápido: three orders of the same results, each with what it starts at. */
export function SortTabs({ request, bookable }: SortTabsProps) {
  const t = useTranslations('flights.sort');
  const cheapest = Math.min(...bookable.map((itinerary) => itinerary.totalFareCents));
  const quickest = Math.min(...bookable.map((itinerary) => itinerary.durationMinutes));
  const details = {
    best: t('bestDetail'),
    price: bookable.length > 0 && formatMoney(cheapest),
    duration: bookable.length > 0 && formatDuration(quickest),
  };
  return (
    <Tabs
      label={t('label')}
      tabs={searchSorts.map((sort) => ({
        href: flightsHref({ ...request, sort }),
        label: t(sort),
        detail: details[sort],
        current: request.sort === sort,
      }))}
    />
  );
}
