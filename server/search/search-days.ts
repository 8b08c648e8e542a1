import type { Airline } from '@/server/airline';
import { type CalendarDay, calendarDays } from './calendar-days';
import { type DaysQueryInput, daysQuerySchema, parseInput } from './search-query';
import { tripPlaces } from './trip-places';

export type { CalendarDay } from './calendar-days';

/**
 * The lowest fare of each of at most 62 days, in the given order. A day that cannot be searched is `closed`, not refused.
 * Refuses INPUT_INVALID, AIRPORT_UNKNOWN and SAME_AIRPORT with the field.
 */
export async function searchDays(airline: Airline, input: DaysQueryInput): Promise<CalendarDay[]> {
  const { dates, ...query } = parseInput(daysQuerySchema, input);
  return calendarDays(airline, { query, places: tripPlaces(query), dates });
}
