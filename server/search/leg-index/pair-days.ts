import { departsAt, fareAt, type LegColumns } from './leg-columns';

/**
 * Where each day of departure (UTC) begins in the columns of a pair, and its least fare. A day is found by subtraction,
 * and only the few legs of it are searched. Legs outside the covered days count to the first or to the last of them,
 * which is slower and as exact.
 */
export type PairDays = {
  firstDay: number;
  /** Slot of the first leg of each day; one more at the end, the number of legs. */
  starts: Int32Array;
  /** Least fare of each day in centavos, Infinity for a day without legs. Exact, so that every airline prunes alike. */
  leastFares: Float64Array;
};

type DatedColumns = LegColumns & PairDays;

const minutesPerDay = 1_440;

/** Twice the sales window of any airline: a leg that somebody publishes for a far year costs no memory. */
const maxDays = 730;

/** Covered beyond what is needed, so that the schedule may roll on for a week without counting anew. */
const slackDays = 8;

/** The days of a pair without legs. */
export function createDays(): PairDays {
  return { firstDay: 0, starts: new Int32Array(2), leastFares: new Float64Array(1).fill(Infinity) };
}

/** Position among the covered days of the one that `minute` is in. */
export function dayAt({ firstDay, leastFares }: PairDays, minute: number): number {
  const day = Math.floor(minute / minutesPerDay) - firstDay;
  return day < 0 ? 0 : Math.min(day, leastFares.length - 1);
}

/** The least fare of the days between two minutes, both included. */
export function leastFareBetween(days: PairDays, from: number, to: number): number {
  const last = dayAt(days, to);
  let least = Infinity;
  for (let day = dayAt(days, from); day <= last; day++) {
    const fare = days.leastFares[day] as number;
    if (fare < least) least = fare;
  }
  return least;
}

/** Position of the first leg that departs at `minute` or later. */
export function firstDeparture(pair: DatedColumns, minute: number): number {
  const day = dayAt(pair, minute);
  let low = pair.starts[day] as number;
  let high = pair.starts[day + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (departsAt(pair, middle) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** After a leg came to a day (+1) or went (−1), the later days begin elsewhere. */
export function shiftLaterDays({ starts }: PairDays, day: number, by: 1 | -1): void {
  for (let later = day + 1; later < starts.length; later++) starts[later] = (starts[later] as number) + by;
}

/** Looks the least fare of a day up among its legs. */
export function renewLeastFare(pair: DatedColumns, day: number): void {
  const end = pair.starts[day + 1] as number;
  let least = Infinity;
  for (let slot = pair.starts[day] as number; slot < end; slot++) least = Math.min(least, fareAt(pair, slot));
  pair.leastFares[day] = least;
}

/** Makes the covered days reach to `minute`, if they may; counted anew from the columns when they change. */
export function coverDay(pair: DatedColumns, minute: number): void {
  const day = Math.floor(minute / minutesPerDay);
  if (day >= pair.firstDay && day < pair.firstDay + pair.leastFares.length) return;
  const firstDay = pair.count > 0 ? Math.min(day, dayOfSlot(pair, 0)) : day;
  const lastDay = pair.count > 0 ? Math.max(day, dayOfSlot(pair, pair.count - 1)) : day;
  const length = Math.min(lastDay - firstDay + 1 + slackDays, maxDays);
  if (firstDay === pair.firstDay && length === pair.leastFares.length) return;
  pair.firstDay = firstDay;
  pair.starts = new Int32Array(length + 1);
  pair.leastFares = new Float64Array(length);
  countDays(pair);
}

function countDays(pair: DatedColumns): void {
  let slot = 0;
  for (let day = 0; day < pair.leastFares.length; day++) {
    while (slot < pair.count && dayAt(pair, departsAt(pair, slot)) < day) slot++;
    pair.starts[day] = slot;
  }
  pair.starts[pair.leastFares.length] = pair.count;
  for (let day = 0; day < pair.leastFares.length; day++) renewLeastFare(pair, day);
}

function dayOfSlot(pair: DatedColumns, slot: number): number {
  return Math.floor(departsAt(pair, slot) / minutesPerDay);
}
