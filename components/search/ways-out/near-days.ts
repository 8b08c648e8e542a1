import type { CalendarDay } from '@/server/search/search-days';

/** A day with something for sale from this many centavos on. */
export type PricedDay = { date: string; fareCents: number };

/** Of these days the nearest to a date with a fare, at most `count` before it and as many after, in their order. */
export function nearestDays(days: readonly CalendarDay[], date: string, count: number): PricedDay[] {
  const priced = days
    .flatMap((day) =>
      day.lowestFareCents === null ? [] : [{ date: day.date, fareCents: day.lowestFareCents }],
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const before = priced.filter((day) => day.date < date);
  const after = priced.filter((day) => day.date > date);
  return [...before.slice(-count), ...after.slice(0, count)];
}
