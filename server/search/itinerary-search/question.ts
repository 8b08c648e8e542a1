import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { ItineraryQuery } from '../itinerary-query';
import type { LegIndex } from '../leg-index/leg-index';
import type { LegPair } from '../leg-index/leg-pair';
import { findNumber } from '../leg-index/numbering';
import { localDay } from './local-day';

/** An origin that the index knows, and when a trip may leave it: minutes since 1970 UTC, both included. */
export type Origin = { airport: number; timeZone: string; earliest: number; latest: number };

export type Destination = { airport: number; timeZone: string };

/** A query in the numbers of the index. Sets of airlines have bit n for airline number n. */
export type Question = {
  query: ItineraryQuery;
  origins: readonly Origin[];
  destinations: readonly Destination[];
  airlines: number;
  /** At least one leg must be of one of these. */
  involving: number;
  /** 1 for the airports where nobody connects: all origins and destinations, and what is avoided. */
  closed: Uint8Array;
  /** By airport of landing, those from which the traveller may go on, itself included; the other way round it is the same. */
  onward: readonly (readonly number[])[];
};

const minuteMs = 60_000;
const anyAirline = -1;

/** Puts a query into the numbers of the index. A place that the index does not know has no flights and falls away. */
export function questionOf(index: LegIndex, query: ItineraryQuery): Question {
  const closed = new Uint8Array(index.airports.texts.length);
  for (const { iata } of query.origins) close(index, closed, iata);
  for (const { iata } of query.destinations) close(index, closed, iata);
  for (const iata of query.avoided ?? []) close(index, closed, iata);
  return {
    query,
    origins: originsOf(index, query),
    destinations: destinationsOf(index, query),
    airlines: bitsOf(query.airlines),
    involving: query.involving ? bitsOf(query.involving) : anyAirline,
    closed,
    onward: query.onwardAirports ? onwardOf(index, query.onwardAirports) : index.alone,
  };
}

/** Whether the pair has a leg that may be taken. */
export function isServed({ airlines }: Question, pair: LegPair): boolean {
  return (pair.airlines & airlines) !== 0;
}

function close(index: LegIndex, closed: Uint8Array, iata: string): void {
  const airport = findNumber(index.airports, iata);
  if (airport !== undefined) closed[airport] = 1;
}

function originsOf(index: LegIndex, { origins, avoided, date, departsAfter }: ItineraryQuery): Origin[] {
  const firstAllowed = Math.floor(departsAfter.getTime() / minuteMs) + 1;
  const known: Origin[] = [];
  for (const { iata, timeZone } of origins) {
    const airport = findNumber(index.airports, iata);
    const { firstMinute, endMinute } = localDay(date, timeZone);
    if (airport === undefined || avoided?.has(iata) || firstAllowed >= endMinute) continue;
    known.push({ airport, timeZone, earliest: Math.max(firstMinute, firstAllowed), latest: endMinute - 1 });
  }
  return known;
}

function destinationsOf(index: LegIndex, { destinations, avoided }: ItineraryQuery): Destination[] {
  const known: Destination[] = [];
  for (const { iata, timeZone } of destinations) {
    const airport = findNumber(index.airports, iata);
    if (airport !== undefined && !avoided?.has(iata)) known.push({ airport, timeZone });
  }
  return known;
}

function onwardOf(index: LegIndex, onwardAirports: (landed: string) => readonly string[]): number[][] {
  return index.airports.texts.map((landed) =>
    onwardAirports(landed).flatMap((iata) => findNumber(index.airports, iata) ?? []),
  );
}

function bitsOf(airlines: ReadonlySet<AirlineCode>): number {
  let bits = 0;
  for (const [number, code] of airlineCodes.entries()) if (airlines.has(code)) bits |= 1 << number;
  return bits;
}
