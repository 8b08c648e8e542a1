import type { Airline } from '@/server/airline';
import { addDays, instantAtLocalTime } from '@/server/domain/local-time';
import { type BegunSearch, beginSearch } from './begin-search';
import { lowestFare } from './lowest-fare';
import type { TripQuery } from './search-query';
import { createSlices } from './slices';
import { isInSalesWindow, type TripPlaces } from './trip-places';

/**
 * waiting: only with an airline out of reach; soldOut: there are flights, not enough seats; none: no itinerary; closed:
 * over, too far ahead, or before the trip may begin.
 */
export const calendarDayStates = ['forSale', 'waiting', 'soldOut', 'none', 'closed'] as const;

/** What a day costs at least, in centavos for all passengers; a fare where it is for sale, null elsewhere. */
export type CalendarDay = {
  date: string;
  lowestFareCents: number | null;
  state: (typeof calendarDayStates)[number];
};

type Asked = { query: TripQuery; places: TripPlaces; dates: readonly string[] };

/** A day of the calendar for each date, in the given order; others are served in between. */
export async function calendarDays(
  airline: Airline,
  { query, places, dates }: Asked,
): Promise<CalendarDay[]> {
  const search = await beginSearch(airline, query, places);
  const isOpen = (date: string) =>
    isInSalesWindow(date, places, airline.clock.now()) && !isBefore(date, places, query.departsAfter);
  const slices = createSlices();
  const days: CalendarDay[] = [];
  for (const date of dates) {
    days.push(isOpen(date) ? openDay(search, date) : withoutFare(date, 'closed'));
    if (slices.isOver()) await slices.pause();
  }
  return days;
}

/** Whether the day is over everywhere at the origin when the trip may begin. */
function isBefore(date: string, { origins }: TripPlaces, departsAfter: string | undefined): boolean {
  if (departsAfter === undefined) return false;
  const nextDay = `${addDays(date, 1)}T00:00`;
  return origins.every(({ timeZone }) => instantAtLocalTime(nextDay, timeZone) <= new Date(departsAfter));
}

/** Why a day has no fare is asked only of days without one. */
function openDay({ index, forSale, sought, outOfReach }: BegunSearch, date: string): CalendarDay {
  const lowestFareCents = lowestFare(index, { ...forSale, date });
  if (lowestFareCents !== null) return { date, lowestFareCents, state: 'forSale' };
  if (outOfReach.size > 0 && lowestFare(index, { ...sought, date }) !== null) {
    return withoutFare(date, 'waiting');
  }
  // Nobody has a seat on every flight.
  const isFlown = lowestFare(index, { ...sought, date, passengers: 0 }) !== null;
  return withoutFare(date, isFlown ? 'soldOut' : 'none');
}

function withoutFare(date: string, state: CalendarDay['state']): CalendarDay {
  return { date, lowestFareCents: null, state };
}
