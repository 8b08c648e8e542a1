import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/components/format/local-date';
import { formatMoney } from '@/components/format/money';
import { LogoMark } from '@/components/layout/logo-mark';
import { flightsHref } from '@/components/search/flights-href';
import { defaultMaxStops, type SearchRequest } from '@/components/search/search-request';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { getAirline } from '@/server/boot';
import { addDays } from '@/server/domain/local-time';
import { searchItineraries } from '@/server/search/search-itineraries';
import { findPlaceName } from './place-name';

/** Far enough to find a flight that goes twice a week. */
const daysAround = [-3, -2, -1, 1, 2, 3];

type NoItinerariesProps = {
  request: SearchRequest;
  dates: { first: string; last: string };
  /** There are some, and an airline that does not answer would have to sell them. */
  waitsForAirline: boolean;
};

/** Nothing for this day: say so, and look at the days around it before the traveller has to. */
export async function NoItineraries({ request, dates, waitsForAirline }: NoItinerariesProps) {
  const airline = getAirline();
  const [t, brand] = await Promise.all([
    getTranslations('flights.empty'),
    getTranslations(`brand.${airline.code}`),
  ]);
  const filtered = request.airlines.length > 0 || request.maxStops < defaultMaxStops;
  const days = await findNearDays(request, dates);
  const plain = t('plain', {
    from: findPlaceName(request.from),
    to: findPlaceName(request.to),
    count: request.passengers,
  });
  const reason = waitsForAirline ? t('waiting') : filtered ? t('filtered') : plain;
  return (
    <EmptyState
      art={<LogoMark airline={airline.code} className="size-20 text-brand-text opacity-80" />}
      title={waitsForAirline ? t('waitingTitle') : brand('emptyTitle')}
      actions={days.map(({ date, fareCents }) => (
        <LinkButton key={date} href={flightsHref({ ...request, date })} variant="secondary" prefetch={false}>
          <span className="whitespace-nowrap">{formatDate(date)}</span>
          <span className="figures whitespace-nowrap font-normal text-ink-muted">
            {t('from', { price: formatMoney(fareCents) })}
          </span>
        </LinkButton>
      ))}
    >
      <p>{reason}</p>
      {days.length > 0 && <p>{t('nearDays')}</p>}
      {days.length === 0 && !waitsForAirline && <p>{t('noNearDays')}</p>}
    </EmptyState>
  );
}

/** The days around that have something to sell under the same filters, with the lowest fare. */
async function findNearDays(request: SearchRequest, dates: { first: string; last: string }) {
  const { airlines, ...query } = request;
  const asked = airlines.length > 0 ? airlines : undefined;
  const days = daysAround
    .map((offset) => addDays(request.date, offset))
    .filter((date) => date >= dates.first && date <= dates.last);
  const found = await Promise.all(
    days.map(async (date) => {
      const answer = await searchItineraries(getAirline(), {
        ...query,
        airlines: asked,
        date,
        sort: 'price',
        limit: 1,
      });
      const fareCents = answer.itineraries.find((itinerary) => itinerary.bookable)?.totalFareCents;
      return fareCents === undefined ? [] : [{ date, fareCents }];
    }),
  );
  return found.flat();
}
