import { useTranslations } from 'next-intl';
import { formatDuration } from '@/components/format/duration';
import { airlineIdentities } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import type { LegView } from '@/server/search/leg-view';
import { connectionBetween } from './connection-between';
import { separator } from './separator';

type ConnectionProps = { arriving: LegView; departing: LegView; minutes: number };

/** The time on the ground between two legs: how long, where, and what there is to do. */
export function Connection({ arriving, departing, minutes }: ConnectionProps) {
  const t = useTranslations('flights.connection');
  const facts = connectionBetween(arriving, departing, minutes);
  const city = findAirport(arriving.to)?.city ?? arriving.to;
  const place = { city, airport: arriving.to, duration: formatDuration(minutes) };
  const hints = [
    facts.isTechnicalStop && t('sameAircraft'),
    facts.isInterline &&
      t('interline', {
        from: airlineIdentities[arriving.airline].name,
        to: airlineIdentities[departing.airline].name,
      }),
  ].filter(Boolean);
  return (
    <li className="connection">
      <p>
        {facts.isTechnicalStop ? t('technicalStop', place) : t('wait', place)}
        {facts.isOvernight && separator}
        {facts.isOvernight && <b className="trip-note">{t('overnight')}</b>}
      </p>
      {facts.isAirportChange && (
        <p className="trip-note">
          {t('airportChange', { from: nameOf(arriving.to), to: nameOf(departing.from) })}
        </p>
      )}
      {hints.join(' ')}
    </li>
  );
}

function nameOf(iata: string): string {
  const airport = findAirport(iata);
  return airport ? `${airport.name} (${iata})` : iata;
}
