import { useTranslations } from 'next-intl';
import { ItineraryCard } from '@/components/search/itinerary-card';
import { airlineCodes, airlineIdentities, inCanonicalOrder } from '@/server/domain/airline-code';
import type { ItineraryView, SearchAnswer } from '@/server/search/search-itineraries';

type NotForSaleProps = {
  itineraries: ItineraryView[];
  airlines: SearchAnswer['airlines'];
  passengers: number;
};

const list = new Intl.ListFormat('pt-BR');

/** What a silent airline would fly: shown, so that nobody thinks it is gone, and not sold, because only it may sell it. */
export function NotForSale({ itineraries, airlines, passengers }: NotForSaleProps) {
  const t = useTranslations('flights');
  const silent = new Set(airlineCodes.filter((code) => airlines[code].state === 'offline'));
  const silentNames = (itinerary: ItineraryView) => {
    const codes = itinerary.legs.map((leg) => leg.airline).filter((code) => silent.has(code));
    return list.format(inCanonicalOrder(codes).map((code) => airlineIdentities[code].name));
  };
  return (
    <section aria-labelledby="not-for-sale" className="space-y-4 pt-4">
      <div>
        <h2 id="not-for-sale" className="display text-heading">
          {t('notForSaleHeading')}
        </h2>
        <p className="mt-1 max-w-prose text-ink-muted">{t('notForSaleLead')}</p>
      </div>
      <ul className="space-y-4">
        {itineraries.map((itinerary) => (
          <li key={itinerary.id}>
            <ItineraryCard
              itinerary={itinerary}
              passengers={passengers}
              action={
                <p className="max-w-[28ch] text-sm font-medium text-danger lg:text-right">
                  {t('notForSale', { airlines: silentNames(itinerary) })}
                </p>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
