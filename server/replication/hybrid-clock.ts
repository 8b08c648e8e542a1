import { z } from 'zod';
import { invariant } from '../assert';
import { type AirlineCode, airlineCodeSchema } from '../domain/airline-code';

/**
 * Hybrid logical clock after Kulkarni, Demirbas, Madappa, Avva and Leone, "Logical Physical Clocks" (OPODIS 2014),
 * figure 5: never behind anything it has seen, close to the wall clock, and free of any agreement between the airlines.
 */
export type HybridTime = {
  /** Milliseconds since 1970: the highest wall clock heard of. The paper's l. */
  ms: number;
  /** Orders what happened in one millisecond, 0 … 65,535. The paper's c. */
  counter: number;
  /** Makes two stamps of different airlines differ. */
  airline: AirlineCode;
};

/** drift: a clock is too far from the wall clock here to follow; overflow: nothing fits behind it in its millisecond. */
export type ClockFault = 'drift' | 'overflow';

export type Stamped = { ok: true; stamp: string } | { ok: false; fault: ClockFault };

/** More than clocks set over the network ever differ; a stamp further ahead comes from a wrong clock. */
export const maxDriftMs = 60_000;

const maxCounter = 0xffff;
/** Last millisecond of the year 9999: the last that ISO 8601 writes with four digits. */
const maxMs = 253_402_300_799_999;

const stampPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)-([0-9a-f]{4})-([a-z]+)$/;

/**
 * A hybrid timestamp as text: `2026-11-21T17:14:17.123Z-0003-giro`. Everything before the airline has a fixed width, so
 * the order of the texts, code unit by code unit (in SQL `collate "C"`), is the order of the stamps.
 */
export const stampSchema = z.string().refine((text) => read(text) !== null, 'not a hybrid timestamp');

/** The parts of a stamp that `stampSchema` accepts. */
export function parseStamp(stamp: string): HybridTime {
  const time = read(stamp);
  invariant(time, `${stamp} is a hybrid timestamp`);
  return time;
}

/** Writes a stamp; `ms` from 1970 to 9999, `counter` up to 65,535. */
export function formatStamp({ ms, counter, airline }: HybridTime): string {
  return `${new Date(ms).toISOString()}-${counter.toString(16).padStart(4, '0')}-${airline}`;
}

/** Negative when `a` is older than `b`, 0 only for the same stamp: by wall clock, then counter, then airline. */
export function compareStamps(a: string, b: string): number {
  const [one, other] = [parseStamp(a), parseStamp(b)];
  return (
    one.ms - other.ms ||
    one.counter - other.counter ||
    (one.airline === other.airline ? 0 : one.airline < other.airline ? -1 : 1)
  );
}

/** The stamp of something that happens here now: later than `last`, the latest that this clock has seen or made. */
export function tick(last: string | null, now: Date, airline: AirlineCode): Stamped {
  const time = last === null ? null : parseStamp(last);
  if (time && isAhead(time, now)) return { ok: false, fault: 'drift' };
  return latest(time ? [time] : [], now, airline);
}

/** The stamp of having heard of `remote`: later than it and than `last`. A remote stamp from the future is not followed. */
// biome-ignore lint/complexity/useMaxParams: the four quantities of the paper's receive event
export function receive(last: string | null, remote: string, now: Date, airline: AirlineCode): Stamped {
  const heard = parseStamp(remote);
  if (isAhead(heard, now)) return { ok: false, fault: 'drift' };
  return latest(last === null ? [heard] : [parseStamp(last), heard], now, airline);
}

/** True for a stamp more than 60 s ahead of the wall clock here: it waits until its time has come. */
export function isFromFuture(stamp: string, now: Date): boolean {
  return isAhead(parseStamp(stamp), now);
}

/** The next stamp after this one whatever the wall clock says: for a clock that must not stop at a fault. */
export function stampAfter(last: string | null, airline: AirlineCode): string {
  const { ms, counter } = last === null ? { ms: 0, counter: 0 } : parseStamp(last);
  invariant(ms < maxMs || counter < maxCounter, 'the year 10000 has not come');
  return formatStamp(
    counter < maxCounter ? { ms, counter: counter + 1, airline } : { ms: ms + 1, counter: 0, airline },
  );
}

/** Later than everything that was seen, and as close to the wall clock as that allows. */
function latest(seen: readonly HybridTime[], now: Date, airline: AirlineCode): Stamped {
  const ms = Math.max(0, now.getTime(), ...seen.map((time) => time.ms));
  const counters = seen.filter((time) => time.ms === ms).map((time) => time.counter);
  const counter = Math.max(-1, ...counters) + 1;
  if (counter > maxCounter || ms > maxMs) return { ok: false, fault: 'overflow' };
  return { ok: true, stamp: formatStamp({ ms, counter, airline }) };
}

function isAhead({ ms }: HybridTime, now: Date): boolean {
  return ms - now.getTime() > maxDriftMs;
}

function read(text: string): HybridTime | null {
  const [, instant = '', counter = '', code] = stampPattern.exec(text) ?? [];
  const ms = Date.parse(instant);
  const airline = airlineCodeSchema.safeParse(code);
  // A 30 February parses as 2 March and would not be written back as it was read.
  if (!airline.success || !(ms >= 0) || new Date(ms).toISOString() !== instant) return null;
  return { ms, counter: Number.parseInt(counter, 16), airline: airline.data };
}
