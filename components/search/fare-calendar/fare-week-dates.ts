import { addDays } from '@/server/domain/local-time';
import type { SearchRequest } from '../search-request';
import { type DayRange, daysOfWay, wayOf } from '../way';

const daysAround = [-3, -2, -1, 0, 1, 2, 3];

/** The day of the way that is being chosen in the middle of its week, without days on which it cannot be. */
export function fareWeekDates(request: SearchRequest, onSale: DayRange): string[] {
  const { first, last } = daysOfWay(request, onSale);
  return daysAround
    .map((offset) => addDays(wayOf(request).date, offset))
    .filter((date) => date >= first && date <= last);
}
