import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AirlineCode } from '@/server/domain/airline-code';
import { iataSchema } from '@/server/domain/leg';

/** A flight that repeats every week. */
export type WeeklyFlight = {
  flightNumber: number;
  from: string;
  to: string;
  /** IATA aircraft type. */
  aircraft: string;
  /** Local minutes after midnight. */
  departureMinute: number;
  /** ISO days of departure, 1 = Monday. */
  days: number[];
};

const everyDay = '1234567';

/** The network table of one airline; its grammar stands at its top. Throws at a line that does not follow it. */
export function readNetwork(airline: AirlineCode): WeeklyFlight[] {
  return parseNetwork(readFileSync(resolve('db/seed/network', `${airline}.txt`), 'utf8'));
}

/** Reads a network table. Throws an Error that names the line. */
export function parseNetwork(table: string): WeeklyFlight[] {
  return table
    .split('\n')
    .flatMap((text, index) => (/^(#|\s*$)/.test(text) ? [] : parseRoute(text, index + 1)));
}

function parseRoute(text: string, line: number): WeeklyFlight[] {
  const match = /^([A-Z]{3})-([A-Z]{3}) (\w{3}) (\d+) ([\d/ ]+) > ([\d/ ]+)$/.exec(text);
  if (!match) throw new Error(`network table, line ${line}: not a route: ${text}`);
  const [, hub = '', city = '', aircraft = '', number, out = '', back = ''] = match;
  const [from, to] = [iataSchema.parse(hub), iataSchema.parse(city)];
  const flights = (departures: string, first: number, ends: { from: string; to: string }) =>
    departures.split(' ').map((departure, index): WeeklyFlight => {
      const time = parseDeparture(departure);
      if (!time) throw new Error(`network table, line ${line}: not a departure: ${departure}`);
      return { flightNumber: first + 2 * index, ...ends, aircraft, ...time };
    });
  return [
    ...flights(out, Number(number), { from, to }),
    ...flights(back, Number(number) + 1, { from: to, to: from }),
  ];
}

function parseDeparture(text: string): { departureMinute: number; days: number[] } | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)(?:\/([1-7]+))?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, days = everyDay] = match;
  return { departureMinute: Number(hours) * 60 + Number(minutes), days: [...days].map(Number) };
}
