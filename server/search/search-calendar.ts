import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import { type CalendarDay, calendarDays } from './calendar-days';
import { type CalendarQueryInput, calendarQuerySchema, parseInput } from './search-query';
import { daysOfMonth, isInSalesWindow, tripPlaces } from './trip-places';

export type { CalendarDay } from './calendar-days';

/**
 * The lowest fare of every day of a month. Refuses INPUT_INVALID, AIRPORT_UNKNOWN, SAME_AIRPORT and, for a month without
 * a day on which one can still or already search, DATE_OUT_OF_RANGE, with the field.
 */
export async function searchCalendar(airline: Airline, input: CalendarQueryInput): Promise<CalendarDay[]> {
  const { month, ...query } = parseInput(calendarQuerySchema, input);
  const places = tripPlaces(query);
  const dates = daysOfMonth(month);
  if (!dates.some((date) => isInSalesWindow(date, places, airline.clock.now()))) {
    throw new Refusal('DATE_OUT_OF_RANGE', { field: 'month' });
  }
  return calendarDays(airline, { query, places, dates });
}
