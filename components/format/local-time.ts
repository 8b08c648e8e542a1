import { daysBetween } from '@/server/domain/local-time';

/** `08:05` from a local time `YYYY-MM-DDTHH:MM`. */
export function formatTime(localTime: string): string {
  return localTime.slice(11, 16);
}

/** `+1` when the second local date is a day later, `-1` when it is earlier, '' on the same day. */
export function formatDayOffset(departsLocal: string, arrivesLocal: string): string {
  const days = daysBetween(departsLocal.slice(0, 10), arrivesLocal.slice(0, 10));
  if (days === 0) return '';
  return days > 0 ? `+${days}` : String(days);
}
