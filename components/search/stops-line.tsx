import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { formatDuration } from '@/components/format/duration';
import { Sign } from '@/components/map/sign';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { connectionBetween } from './connection-between';
import { separator } from './separator';

/** Where one waits and for how long, what is unpleasant about it, and that all of it is bought at once. */
export function StopsLine({ itinerary }: { itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  const stops = stopsOf(itinerary);
  const listOf = (technical: boolean) =>
    stops.filter(({ isTechnicalStop }) => isTechnicalStop === technical).map(({ words }) => words);
  const [waits, technicalStops] = [listOf(false), listOf(true)];
  const facts = [
    waits.length > 0 && `${t('waits', { count: waits.length })} ${waits.join(separator)}`,
    technicalStops.length > 0 && t('technicalStops', { stops: technicalStops.join(separator) }),
  ].filter(Boolean);
  const warnings = [
    stops.some(({ isAirportChange }) => isAirportChange) && t('airportChange'),
    stops.some(({ isOvernight }) => isOvernight) && t('connection.overnight'),
  ].filter((warning) => warning !== false);
  return (
    <div className="trip-stops">
      <p className="figures">
        {facts.join(separator)}
        {warnings.map((warning) => (
          <Fragment key={warning}>
            {separator}
            <b className="trip-note">{warning}</b>
          </Fragment>
        ))}
      </p>
      <p className="one-buy">
        <Sign name="link" />
        {t('oneBuy')}
      </p>
    </div>
  );
}

function stopsOf({ legs, connectionsMinutes }: ItineraryView) {
  return connectionsMinutes.flatMap((minutes, index) => {
    const [arriving, departing] = [legs[index], legs[index + 1]];
    if (!arriving || !departing) return [];
    const facts = connectionBetween(arriving, departing, minutes);
    const airports = facts.isAirportChange ? `${arriving.to} → ${departing.from}` : arriving.to;
    return [{ ...facts, words: `${airports} ${formatDuration(minutes)}`.replaceAll(' ', '\u00a0') }];
  });
}
