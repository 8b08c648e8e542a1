import type { SsimCarrier, SsimLeg } from './ssim/records';

/** When a leg departs, in minutes after 00:00 UTC of the date that its period names, and how long it takes. */
export type LegTiming = {
  departsAfterMinutes: number;
  blockMinutes: number;
  /** Days from the date that the period names to the local date of this departure. */
  localDayShift: number;
  /** Local minutes after midnight of the departure. */
  departureMinute: number;
};

const minutesPerDay = 1_440;

/** Clocks differ by at most 26 hours, so an arrival lies within these days of the departure. */
const arrivalDays = [-1, 0, 1, 2, 3];

/**
 * Places a leg record on the time line. Times are local beside their UTC variation, or UTC when the carrier record says
 * so. A blank departure variation means the first day; a blank arrival variation means the first day on which the leg
 * arrives after it departed, because real files leave it blank for flights past midnight.
 */
export function legTiming({ departure, arrival }: SsimLeg, timeMode: SsimCarrier['timeMode']): LegTiming {
  const localShift = (offset: number) => (timeMode === 'local' ? offset : 0);
  const departsAfter =
    (departure.dayVariation ?? 0) * minutesPerDay + departure.minute - localShift(departure.offsetMinutes);
  const arrivesAfter = (day: number) =>
    day * minutesPerDay + arrival.minute - localShift(arrival.offsetMinutes);
  const days =
    arrival.dayVariation === null
      ? arrivalDays.map((day) => day + (departure.dayVariation ?? 0))
      : [arrival.dayVariation];
  const arrivals = days.map(arrivesAfter);
  const arrives = arrivals.find((minutes) => minutes > departsAfter) ?? arrivals[0] ?? departsAfter;
  const localDeparture = departsAfter + departure.offsetMinutes;
  const localDayShift = Math.floor(localDeparture / minutesPerDay);
  return {
    departsAfterMinutes: departsAfter,
    blockMinutes: arrives - departsAfter,
    localDayShift,
    departureMinute: localDeparture - localDayShift * minutesPerDay,
  };
}
