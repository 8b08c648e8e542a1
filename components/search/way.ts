import { addDays, daysBetween } from '@/server/domain/local-time';
import type { SearchRequest } from './search-request';

/** First and last day of something, `YYYY-MM-DD`. */
export type DayRange = { first: string; last: string };

/** What is being chosen: the way back once the way there is, else the way there. */
export type Way = { from: string; to: string; date: string; isBack: boolean };

/** The way of a trip that this search is about now. */
export function wayOf({ from, to, date, returnDate, outbound }: SearchRequest): Way {
  if (returnDate === null || outbound === null) return { from, to, date, isBack: false };
  return { from: to, to: from, date: returnDate, isBack: true };
}

/** The days on which that way can be, of those on sale: nobody comes back before having left. */
export function daysOfWay(request: SearchRequest, onSale: DayRange): DayRange {
  return wayOf(request).isBack ? { first: request.date, last: onSale.last } : onSale;
}

/**
 * The same search with the way that is being chosen on another day. Who leaves after the day of the way back still
 * wants to stay as long, so that day moves along, at most to the last day on sale.
 */
export function onDay(request: SearchRequest, date: string, onSale: DayRange): SearchRequest {
  const shown = { month: null, pages: 1 };
  if (wayOf(request).isBack) return { ...request, ...shown, returnDate: date };
  return { ...request, ...shown, date, returnDate: returnDateAfter(request, date, onSale) };
}

function returnDateAfter({ date: before, returnDate }: SearchRequest, date: string, onSale: DayRange) {
  if (returnDate === null || returnDate >= date) return returnDate;
  const moved = addDays(date, daysBetween(before, returnDate));
  return moved > onSale.last ? onSale.last : moved;
}
