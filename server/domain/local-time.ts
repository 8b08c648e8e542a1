/**
 * Instants and wall times. An instant is a `Date`; a wall time is `YYYY-MM-DDTHH:MM` beside an IANA zone and
 * never carries an offset, because zone rules may change between the sale and the flight.
 */

/** Brasília time: what a traveller in Brazil reads as "the" time where no airport gives a zone of its own. */
export const homeZone = 'America/Sao_Paulo';

const hourMs = 3_600_000;
const minuteMs = 60_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** One entry per zone and hour; a year of hours in six zones is about 50,000, so the cache is emptied beyond that. */
const maxCachedOffsets = 60_000;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function readWallClockAsUtcMs(instantMs: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instantMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Minutes east of UTC that `timeZone` shows at `instant` (São Paulo: −180). Throws RangeError for an unknown zone. */
export function offsetMinutes(instant: Date, timeZone: string): number {
  const hour = Math.floor(instant.getTime() / hourMs);
  const key = `${timeZone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const hourStart = hour * hourMs;
  const offset = (readWallClockAsUtcMs(hourStart, timeZone) - hourStart) / minuteMs;
  if (offsets.size >= maxCachedOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** The wall time `YYYY-MM-DDTHH:MM` that a clock in `timeZone` shows at `instant`. */
export function localTimeAt(instant: Date, timeZone: string): string {
  const shifted = instant.getTime() + offsetMinutes(instant, timeZone) * minuteMs;
  return new Date(shifted).toISOString().slice(0, 16);
}

/** The calendar date `YYYY-MM-DD` in `timeZone` at `instant`. */
export function localDateAt(instant: Date, timeZone: string): string {
  return localTimeAt(instant, timeZone).slice(0, 10);
}

/**
 * The instant at which a clock in `timeZone` shows `localTime` (`YYYY-MM-DDTHH:MM`). Of two such instants (clocks set
 * back) the earlier one is returned; a wall time that does not exist (clocks set forward) is read with the offset before the change.
 */
export function instantAtLocalTime(localTime: string, timeZone: string): Date {
  const wallMs = Date.parse(`${localTime}:00Z`);
  const before = offsetMinutes(new Date(wallMs - 24 * hourMs), timeZone);
  const after = offsetMinutes(new Date(wallMs + 24 * hourMs), timeZone);
  for (const offset of [before, after]) {
    const instant = new Date(wallMs - offset * minuteMs);
    if (offsetMinutes(instant, timeZone) === offset) return instant;
  }
  return new Date(wallMs - before * minuteMs);
}

/** The date `days` after `date` (both `YYYY-MM-DD`, days may be negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to` (both `YYYY-MM-DD`), negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * hourMs));
}
