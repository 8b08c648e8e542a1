import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/format/local-date';
import { formatDayOffset, formatTime } from '@/components/format/local-time';
import { findAirport } from '@/server/domain/airport';
import { DayOffset } from './day-offset';
import { hoursAheadOfBrasilia, type TripEnd } from './trip-end';

type LegEndProps = {
  end: TripEnd;
  /** The end above it; what it said of airport and day is not said again. */
  before?: TripEnd | undefined;
  /** Local time at which the trip begins. */
  beginsLocal: string;
  showZone: boolean;
};

/** Where and when a leg begins or ends, on the clock of that airport. */
export function LegEnd({ end, before, beginsLocal, showZone }: LegEndProps) {
  const t = useTranslations('flights');
  const offset = formatDayOffset(beginsLocal, end.local);
  const isNewDay = before?.local.slice(0, 10) !== end.local.slice(0, 10);
  const isNewAirport = before?.iata !== end.iata;
  const hours = showZone && isNewAirport ? hoursAheadOfBrasilia(end) : 0;
  const notes = [
    isNewDay && formatDate(end.local),
    hours !== 0 && t('zone', { ahead: hours > 0 ? 'yes' : 'no', hours: Math.abs(hours) }),
  ].filter(Boolean);
  return (
    <p className="trip-end">
      <time dateTime={end.local}>
        {formatTime(end.local)}
        {offset && <DayOffset offset={offset} label={t('dayOffsetAt', { days: Number(offset) })} />}
      </time>
      {nameOf(end.iata, isNewAirport)}
      {notes.length > 0 && <small>{notes.join(' · ')}</small>}
    </p>
  );
}

function nameOf(iata: string, inFull: boolean): string {
  const airport = findAirport(iata);
  if (!airport) return iata;
  const isNamed = inFull && airport.name !== airport.city;
  return isNamed ? `${airport.city}, ${airport.name} (${iata})` : `${airport.city} (${iata})`;
}
