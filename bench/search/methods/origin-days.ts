import { addDays, instantAtLocalTime } from '@/server/domain/local-time';
import type { ItineraryQuery } from '@/server/search/itinerary-query';

/** Of each origin the minutes since 1970 UTC at which the asked local date begins and is over. */
export function originDays({
  origins,
  date,
}: ItineraryQuery): { iata: string; begins: number; ends: number }[] {
  const minuteOf = (day: string, timeZone: string) =>
    instantAtLocalTime(`${day}T00:00`, timeZone).getTime() / 60_000;
  return origins.map(({ iata, timeZone }) => ({
    iata,
    begins: minuteOf(date, timeZone),
    ends: minuteOf(addDays(date, 1), timeZone),
  }));
}

/** Minutes on the ground that a connection takes: the rules of `server/domain/connection-rules.ts` in numbers. */
export const connectionMinutes = {
  throughFlight: 0,
  sameAirline: 45,
  interline: 60,
  longest: 1_440,
} as const;
