import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatTime } from '@/components/format/local-time';
import { formatMoney } from '@/components/format/money';
import { ItineraryMap } from '@/components/map/itinerary-map';
import { Sign } from '@/components/map/sign';
import type { ItineraryView } from '@/server/search/search-itineraries';
import './itinerary-card.css';
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
    <article aria-label={cardName(itinerary, t)} className="trip-card">
      <div className="trip-offer">
        <TripSummary itinerary={itinerary} />
        <div className="trip-price">
          <div>
            <p>{formatMoney(itinerary.totalFareCents)}</p>
            <p>{fareLabel ?? t('totalFor', { count: passengers })}</p>
            {note}
          </div>
          {action}
        </div>
      </div>
      <details className="trip-details">
        <summary>
          {t('showLegs', { count: itinerary.legs.length })}
          <Sign name="chevron-down" />
        </summary>
        <div>
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
