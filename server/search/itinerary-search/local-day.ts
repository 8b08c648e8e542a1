import { addDays, instantAtLocalTime } from '@/server/domain/local-time';

/** A calendar day at a place: its first minute and the one after its last, since 1970 UTC. */
export type LocalDay = { firstMinute: number; endMinute: number };

const daysByZone = new Map<string, Map<string, LocalDay>>();

/** Dates asked for in one zone: more than the sales window, so that the memory is bounded and nothing is forgotten. */
const maxDaysPerZone = 1_000;

/** The day `date` (`YYYY-MM-DD`) by the clocks of `timeZone`. Worked out once, because time zones cost more than a search. */
export function localDay(date: string, timeZone: string): LocalDay {
  let days = daysByZone.get(timeZone);
  if (!days) {
    days = new Map();
    daysByZone.set(timeZone, days);
  }
  const known = days.get(date);
  if (known) return known;
  const day = { firstMinute: midnight(date, timeZone), endMinute: midnight(addDays(date, 1), timeZone) };
  if (days.size >= maxDaysPerZone) days.clear();
  days.set(date, day);
  return day;
}

function midnight(date: string, timeZone: string): number {
  return instantAtLocalTime(`${date}T00:00`, timeZone).getTime() / 60_000;
}
