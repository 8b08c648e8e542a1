import { invariant } from '@/server/assert';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { LegId, LegKey } from '@/server/domain/leg';

/**
 * Airline, flight number and service date in 32 bits: 3 bits airline in canonical order, 14 bits number, 15 bits days.
 * With the origin it is all that a leg id says. Two legs with one identity are the same flight going on.
 *
 * It depends on nothing else that the index holds, so every airline sorts alike. Its order is by date within number, and
 * by number as a number, which is not the order of leg ids as strings; answers are ordered by the strings.
 */
export type FlightIdentity = number;

type Flight = Omit<LegKey, 'from'>;

const airlineShift = 29;
const numberShift = 15;
const numberMask = 2 ** 14 - 1;
const dayMask = 2 ** 15 - 1;

/** 15 bits of days from here end in 2089. */
const firstDay = Date.UTC(2000, 0, 1) / 86_400_000;
const dayMs = 86_400_000;

/** A date is read and written once; at most 32,768 of them fit the bits. */
const dayByDate = new Map<string, number>();
const dateByDay: string[] = [];

/** Whether the bits can say the date: nobody sells others, but a peer may publish them. */
export function hasNumber(serviceDate: string): boolean {
  if (dayByDate.has(serviceDate)) return true;
  const day = daysSinceFirst(serviceDate);
  return day >= 0 && day <= dayMask;
}

/** The identity of a flight of one day; its date has a number. */
export function identityOf({ airline, flightNumber, serviceDate }: Flight): FlightIdentity {
  const airlineNumber = airlineCodes.indexOf(airline);
  invariant(airlineNumber >= 0, 'a leg is of a member of the alliance');
  invariant(
    flightNumber > 0 && flightNumber <= 9_999,
    `flight number ${flightNumber} has one to four digits`,
  );
  return ((airlineNumber << airlineShift) | (flightNumber << numberShift) | dayOf(serviceDate)) >>> 0;
}

export function airlineOf(identity: FlightIdentity): AirlineCode {
  const airline = airlineCodes[airlineNumberOf(identity)];
  invariant(airline, 'an identity is of a member of the alliance');
  return airline;
}

export function flightNumberOf(identity: FlightIdentity): number {
  return (identity >>> numberShift) & numberMask;
}

export function serviceDateOf(identity: FlightIdentity): string {
  const day = identity & dayMask;
  const known = dateByDay[day];
  if (known !== undefined) return known;
  const date = new Date((day + firstDay) * dayMs).toISOString().slice(0, 10);
  dateByDay[day] = date;
  return date;
}

/** Position of the airline in canonical order: its bit in a set of airlines. */
export function airlineNumberOf(identity: FlightIdentity): number {
  return identity >>> airlineShift;
}

/** The same id as `legIdOf` builds, without proving once more what was proved when the leg came in. */
export function legIdOfIdentity(identity: FlightIdentity, from: string): LegId {
  return `${airlineOf(identity)}:${flightNumberOf(identity)}:${serviceDateOf(identity)}:${from}` as LegId;
}

function dayOf(date: string): number {
  const known = dayByDate.get(date);
  if (known !== undefined) return known;
  const day = daysSinceFirst(date);
  invariant(day >= 0 && day <= dayMask, 'a service date lies between 2000 and 2089');
  dayByDate.set(date, day);
  return day;
}

function daysSinceFirst(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs - firstDay;
}
