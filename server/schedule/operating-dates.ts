/** Dates `YYYY-MM-DD`, both included. */
export type DateWindow = { from: string; to: string };

/** When a flight departs first: a period, ISO days in it, and every week or every second one. */
export type Operation = {
  periodFrom: string;
  /** Null: open-ended. */
  periodTo: string | null;
  days: readonly number[];
  fortnightly: boolean;
};

const dayMs = 86_400_000;

/** The dates inside the window on which a flight operates, in order. Fortnights are counted from the period's first day. */
export function operatingDates(operation: Operation, window: DateWindow): string[] {
  const periodStart = epochDay(operation.periodFrom);
  const start = Math.max(periodStart, epochDay(window.from));
  const end = Math.min(operation.periodTo ? epochDay(operation.periodTo) : Infinity, epochDay(window.to));
  const dates: string[] = [];
  for (let day = start; day <= end; day++) {
    const isSkippedWeek = operation.fortnightly && Math.floor((day - periodStart) / 7) % 2 === 1;
    if (!isSkippedWeek && operation.days.includes(isoWeekday(day))) dates.push(dateOf(day));
  }
  return dates;
}

/** What two windows have in common, or null. */
export function intersection(one: DateWindow, other: DateWindow): DateWindow | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}

/** Does the window hold the date? */
export function isWithin(date: string, window: DateWindow): boolean {
  return window.from <= date && date <= window.to;
}

function epochDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 1 = Monday. Day 0, 1970-01-01, was a Thursday. */
function isoWeekday(day: number): number {
  return ((day + 3) % 7) + 1;
}
