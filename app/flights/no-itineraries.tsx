import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LogoMark } from '@/components/layout/logo-mark';
import { countActiveFilters } from '@/components/search/filters/active-filters-of';
import type { SearchRequest } from '@/components/search/search-request';
import { type DayRange, wayOf } from '@/components/search/way';
import { WaysOut } from '@/components/search/ways-out/ways-out';
import { EmptyState } from '@/components/ui/empty-state';
import { getAirline } from '@/server/boot';
import { findWaysOut } from './find-ways-out';
import { findPlaceName } from './place-name';

type NoItinerariesProps = {
  request: SearchRequest;
  /** First and last day on sale. */
  dates: DayRange;
  /** There are some, and an airline that does not answer would have to sell them. */
  waitsForAirline: boolean;
  /** Instant, ISO 8601, before which the way back cannot begin. */
  departsAfter?: string;
};

/** Nothing for this search: say why, and look where the traveller would look next. */
export async function NoItineraries({ request, dates, waitsForAirline, departsAfter }: NoItinerariesProps) {
  const airline = getAirline();
  const [t, brand, found] = await Promise.all([
    getTranslations('flights.empty'),
    getTranslations(`brand.${airline.code}`),
    findWaysOut(airline, { request, onSale: dates, departsAfter }),
  ]);
  const { state, days, alternatives } = found;
  const isHopeless = days.length === 0 && alternatives.length === 0;
  return (
    <EmptyState
      art={<LogoMark airline={airline.code} className="size-20 text-brand-text opacity-80" />}
      title={waitsForAirline ? t('waitingTitle') : brand('emptyTitle')}
      actions={
        !isHopeless && <WaysOut request={request} days={days} alternatives={alternatives} dates={dates} />
      }
    >
      <p>{waitsForAirline ? t('waiting') : <Reason request={request} isSoldOut={state === 'soldOut'} />}</p>
      {isHopeless && !waitsForAirline && <p>{t('hopeless')}</p>}
    </EmptyState>
  );
}

function Reason({ request, isSoldOut }: { request: SearchRequest; isSoldOut: boolean }) {
  const t = useTranslations('flights.empty');
  const { from, to } = wayOf(request);
  const ends = { from: findPlaceName(from), to: findPlaceName(to) };
  if (isSoldOut) return t('soldOut', { ...ends, count: request.passengers });
  if (countActiveFilters(request) > 0) return t('filtered', ends);
  return t('plain', ends);
}
