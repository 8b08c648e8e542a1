import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDuration, isoDuration } from '@/components/format/duration';
import { formatDayOffset, formatTime } from '@/components/format/local-time';
import { airlineTints } from '@/components/layout/airline-tints';
import { Sign } from '@/components/map/sign';
import { airlineIdentities } from '@/server/domain/airline-code';
import { flightDesignator } from '@/server/domain/leg';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { DayOffset } from './day-offset';
import { StopsLine } from './stops-line';
import { Trajectory } from './trajectory';
import './trip-summary.css';

/** A trip at a glance: when, how long, over which airports, with whom. */
export function TripSummary({ itinerary }: { itinerary: ItineraryView }) {
  return (
    <div className="trip-summary">
      <Times itinerary={itinerary} />
      <Flights itinerary={itinerary} />
      {itinerary.legs.length > 1 && <StopsLine itinerary={itinerary} />}
    </div>
  );
}

function Times({ itinerary }: { itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  const first = itinerary.legs[0];
  const last = itinerary.legs.at(-1);
  if (!first || !last) return null;
  const offset = formatDayOffset(first.departsLocal, last.arrivesLocal);
  return (
    <div className="trip-times">
      <End local={first.departsLocal} iata={first.from} />
      <div className="trip-way">
        <time dateTime={isoDuration(itinerary.durationMinutes)}>
          {formatDuration(itinerary.durationMinutes)}
        </time>
        <Trajectory itinerary={itinerary} />
        <p>{t('stops', { count: itinerary.stops })}</p>
      </div>
      <End local={last.arrivesLocal} iata={last.to}>
        {offset && <DayOffset offset={offset} label={t('dayOffset', { days: Number(offset) })} />}
      </End>
    </div>
  );
}

function End({ local, iata, children }: { local: string; iata: string; children?: ReactNode }) {
  return (
    <p className="trip-clock">
      <time dateTime={local}>
        {formatTime(local)}
        {children}
      </time>
      {iata}
    </p>
  );
}

/** Who flies what; a flight that goes on after a technical stop stands once. */
function Flights({ itinerary }: { itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  const flights = new Map(itinerary.legs.map((leg) => [`${leg.airline} ${leg.flightNumber}`, leg]));
  return (
    <ul aria-label={t('operators')} className="trip-flights figures">
      {[...flights.values()].map(({ from, airline, flightNumber }) => {
        const { name, designator } = airlineIdentities[airline];
        return (
          <li key={from} className={airlineTints[airline].text}>
            <Sign name={airline} />
            {`${name} ${flightDesignator(designator, flightNumber)}`}
          </li>
        );
      })}
    </ul>
  );
}
