import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatTime } from '@/components/format/local-time';
import { formatMoney } from '@/components/format/money';
import { ItineraryMap } from '@/components/map/itinerary-map';
import { Sign } from '@/components/map/sign';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { LegList } from './leg-list';
import { TripSummary } from './trip-summary';

type ItineraryCardProps = {
  itinerary: ItineraryView;
  passengers: number;
  /** What the price is for; that of the whole trip for all, unless said. */
  fareLabel?: string;
  /** A word under the price, where there is one. */
  note?: ReactNode;
  /** The way to choose it, or the reason why one cannot. */
  action: ReactNode;
};

/** One way to get there: times, line, price; all of its legs and its map behind a disclosure. */
export function ItineraryCard({ itinerary, passengers, fareLabel, note, action }: ItineraryCardProps) {
  const t = useTranslations('flights');
  return (
    <article
      aria-label={cardName(itinerary, t)}
      className="overflow-clip rounded-card border border-line bg-surface shadow-card"
    >
      <div className="grid lg:grid-cols-[minmax(0,1fr)_15rem]">
        <TripSummary itinerary={itinerary} />
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 border-line px-5 pb-5 sm:px-6 lg:flex-col lg:items-stretch lg:justify-center lg:border-l lg:py-6">
          <div className="lg:text-right">
            <p className="figures text-2xl font-semibold tracking-tight">
              {formatMoney(itinerary.totalFareCents)}
            </p>
            <p className="text-sm text-ink-muted">{fareLabel ?? t('totalFor', { count: passengers })}</p>
            {note}
          </div>
          {action}
        </div>
      </div>
      <details className="group @container border-t border-line">
        <summary className="flex min-h-11 list-none items-center justify-between px-5 text-sm font-medium text-ink-muted hover:text-brand-text sm:px-6">
          {t('showLegs', { count: itinerary.legs.length })}
          <Sign name="chevron-down" className="size-5 transition-transform group-open:rotate-180" />
        </summary>
        <div className="grid items-start gap-6 px-5 pt-2 pb-6 sm:px-6 @2xl:grid-cols-[1fr_18rem]">
          <LegList legs={itinerary.legs} connectionsMinutes={itinerary.connectionsMinutes} />
          <ItineraryMap legs={itinerary.legs} />
        </div>
      </details>
    </article>
  );
}

function cardName(itinerary: ItineraryView, t: ReturnType<typeof useTranslations<'flights'>>): string {
  return t('cardName', {
    departs: formatTime(itinerary.legs[0]?.departsLocal ?? ''),
    arrives: formatTime(itinerary.legs.at(-1)?.arrivesLocal ?? ''),
    stops: itinerary.stops,
    price: formatMoney(itinerary.totalFareCents),
  });
}
