import { type Airport, airportsOf, airportsOfCity, findAirport } from '@/server/domain/airport';
import { addDays, daysBetween, localDateAt } from '@/server/domain/local-time';
import { Refusal } from '@/server/errors';

/** Both ends of a trip: all airports of a city, or one. */
export type TripPlaces = { origins: readonly Airport[]; destinations: readonly Airport[] };

/** Airlines worldwide open their sales at most this many days ahead. */
const maxDaysAhead = 331;

/**
 * The airports behind two codes. Refuses AIRPORT_UNKNOWN and, where both are in one city, SAME_AIRPORT: what leads there
 * by air is a trip there and back, and `journeysOf` may call it one.
 */
export function tripPlaces({ from, to }: { from: string; to: string }): TripPlaces {
  const origins = airportsBehind(from, 'from');
  const destinations = airportsBehind(to, 'to');
  const cityAirports = origins.flatMap(({ iata }) => airportsOfCity(iata));
  if (destinations.some(({ iata }) => cityAirports.includes(iata))) {
    throw new Refusal('SAME_AIRPORT', { field: 'to' });
  }
  return { origins, destinations };
}

function airportsBehind(code: string, field: 'from' | 'to'): Airport[] {
  const known = airportsOf(code)
    .map(findAirport)
    .filter((airport) => airport !== null);
  if (known.length === 0) throw new Refusal('AIRPORT_UNKNOWN', { field });
  return known;
}

/** Whether a day is neither over at the origin nor more than 331 days ahead. */
export function isInSalesWindow(date: string, { origins }: TripPlaces, now: Date): boolean {
  return origins.every(({ timeZone }) => {
    const daysAhead = daysBetween(localDateAt(now, timeZone), date);
    return daysAhead >= 0 && daysAhead <= maxDaysAhead;
  });
}

/** The days of a month, `YYYY-MM`, in their order. */
export function daysOfMonth(month: string): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, day) => addDays(`${month}-01`, day));
}
