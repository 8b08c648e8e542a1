import { type DayPart, dayPartMinutes, dayParts } from '@/server/domain/day-part';
import { offsetMinutes } from '@/server/domain/local-time';

const minutesPerDay = 1_440;

/** Whether the wall clock of `timeZone` shows one of the parts at `minute` (since 1970 UTC). */
export function isInDayParts(parts: ReadonlySet<DayPart>, minute: number, timeZone: string): boolean {
  const localMinute = minute + offsetMinutes(new Date(minute * 60_000), timeZone);
  const minuteOfDay = ((localMinute % minutesPerDay) + minutesPerDay) % minutesPerDay;
  const part = dayParts[Math.floor(minuteOfDay / dayPartMinutes)];
  return part !== undefined && parts.has(part);
}
