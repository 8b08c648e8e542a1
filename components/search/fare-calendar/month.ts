import { addDays } from '@/server/domain/local-time';

const daysPerWeek = 7;

/** The month `count` after a month `YYYY-MM`; before it when negative. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The Sunday with which a week begins, and its days to Saturday; null where a day belongs to another month. */
export type MonthWeek = { sunday: string; days: (string | null)[] };

/** The weeks of a month, as calendars in Brazil show them. */
export function weeksOf(month: string): MonthWeek[] {
  const first = `${month}-01`;
  const weeks: MonthWeek[] = [];
  let sunday = addDays(first, -new Date(`${first}T00:00:00Z`).getUTCDay());
  for (; sunday.slice(0, 7) <= month; sunday = addDays(sunday, daysPerWeek)) {
    weeks.push({ sunday, days: weekFrom(sunday).map((date) => (date.startsWith(month) ? date : null)) });
  }
  return weeks;
}

function weekFrom(sunday: string): string[] {
  return Array.from({ length: daysPerWeek }, (_, day) => addDays(sunday, day));
}
