import { itineraryIdOf } from '@/server/domain/itinerary';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import { enterFront, type FoundTrip } from './found-trip';
import { connectionMinutes, originDays } from './origin-days';
import type { Timetable } from './timetable';

/**
 * Connection scan (Dibbelt and others, 2013) with Pareto labels. A layover must not be too long, so "arrived earlier" is
 * no advantage by itself and labels belong to flights, not to airports: one per way to board a flight that no other way
 * beats in fare and departure. For at most two stops: with three, a beaten label may be the only one that has not been at
 * the next airport yet.
 */
export function findByScan(timetable: Timetable, query: ItineraryQuery): FoundTrip[] {
  if (query.maxStops > 2) throw new Error('labels without their airports are exact for at most two stops');
  const scan = createScan(timetable, query);
  const { departs } = timetable;
  for (let leg = firstAtOrAfter(departs, scan.earliest); leg < departs.length; leg++) {
    if ((departs[leg] ?? Infinity) > scan.horizon) break;
    board(scan, leg);
  }
  return scan.found.map(({ path, ...trip }) => ({
    ...trip,
    id: itineraryIdOf(path.flatMap((leg) => timetable.legs[leg] ?? [])),
  }));
}

type Found = Omit<FoundTrip, 'id'> & { path: readonly number[] };

/** A way to be on a flight: its last leg, the leg before it or −1, what was paid and when the trip began. */
type Label = { leg: number; before: number; fareCents: number; beganMinute: number };

type Scan = {
  timetable: Timetable;
  query: ItineraryQuery;
  /** By airport: the least number of legs from there to a destination; `closed` where nobody may land. */
  legsAhead: Uint8Array;
  /** By airport: the minutes in which a trip may begin there; 0 and 0 elsewhere. */
  begins: Int32Array;
  ends: Int32Array;
  airlines: Uint8Array;
  /** By airport: the labels of those who landed there after one leg, and after two. */
  afterOne: Label[][];
  afterTwo: Label[][];
  earliest: number;
  /** No departure after it can belong to an answer. */
  horizon: number;
  found: Found[];
};

const closed = 255;

function createScan(timetable: Timetable, query: ItineraryQuery): Scan {
  const count = timetable.airportNumbers.size;
  const numberOf = (iata: string) => timetable.airportNumbers.get(iata);
  const begins = new Int32Array(count);
  const ends = new Int32Array(count);
  const days = originDays(query);
  const setOut = Math.floor(query.departsAfter.getTime() / 60_000) + 1;
  for (const day of days) {
    const origin = numberOf(day.iata);
    if (origin === undefined) continue;
    begins[origin] = Math.max(day.begins, setOut);
    ends[origin] = day.ends;
  }
  const airlines = new Uint8Array(timetable.airlineNumbers.size);
  for (const [name, number] of timetable.airlineNumbers) {
    airlines[number] = [...query.airlines].some((code) => code === name) ? 1 : 0;
  }
  return {
    timetable,
    query,
    legsAhead: distances(timetable, query),
    begins,
    ends,
    airlines,
    afterOne: Array.from({ length: count }, () => []),
    afterTwo: Array.from({ length: count }, () => []),
    earliest: Math.max(setOut, Math.min(...days.map((day) => day.begins))),
    horizon: Math.max(...days.map((day) => day.ends)),
    found: [],
  };
}

/** Breadth-first from the destinations, against the legs: whoever lands where none of the last legs begins is lost. */
function distances({ airportNumbers, linkedTo }: Timetable, query: ItineraryQuery): Uint8Array {
  const ahead = new Uint8Array(airportNumbers.size).fill(closed);
  const origins = new Set(query.origins.map(({ iata }) => airportNumbers.get(iata)));
  let reached = query.destinations.flatMap(({ iata }) => airportNumbers.get(iata) ?? []);
  for (const airport of reached) ahead[airport] = 0;
  for (let legs = 1; legs <= query.maxStops; legs++) {
    const next: number[] = [];
    for (const airport of reached.flatMap((to) => linkedTo[to] ?? [])) {
      if (ahead[airport] !== closed || origins.has(airport)) continue;
      ahead[airport] = legs;
      next.push(airport);
    }
    reached = next;
  }
  return ahead;
}

function board(scan: Scan, leg: number): void {
  const { timetable, query, legsAhead, begins, ends } = scan;
  const ahead = legsAhead[timetable.to[leg] ?? 0] ?? closed;
  if (ahead > query.maxStops || (timetable.seatsLeft[leg] ?? 0) < query.passengers) return;
  if (!scan.airlines[timetable.airline[leg] ?? 0]) return;
  const from = timetable.from[leg] ?? 0;
  if (ends[from]) {
    const departs = timetable.departs[leg] ?? 0;
    if (departs >= (begins[from] ?? 0) && departs < (ends[from] ?? 0)) setOut(scan, leg, ahead);
    return;
  }
  const first = scan.afterOne[from];
  if (first?.length && ahead < query.maxStops) changeTo(scan, leg, { labels: first, ahead });
  const second = scan.afterTwo[from];
  if (second?.length && ahead === 0) changeTo(scan, leg, { labels: second, ahead });
}

function setOut(scan: Scan, leg: number, ahead: number): void {
  const { departs, fareCents } = scan.timetable;
  const label = { leg, before: -1, fareCents: fareCents[leg] ?? 0, beganMinute: departs[leg] ?? 0 };
  if (ahead === 0) arrive(scan, label, [leg]);
  else land(scan, label, scan.afterOne);
}

type Boarding = { labels: readonly Label[]; ahead: number };

function changeTo(scan: Scan, leg: number, { labels, ahead }: Boarding): void {
  const fareCents = scan.timetable.fareCents[leg] ?? 0;
  const boarded: Label[] = [];
  for (const label of labels) {
    if (!connects(scan.timetable, label.leg, leg)) continue;
    const longer = {
      leg,
      before: label.leg,
      fareCents: label.fareCents + fareCents,
      beganMinute: label.beganMinute,
    };
    if (ahead === 0) arrive(scan, longer, pathOf(label, leg));
    else if (!isBeaten(scan, longer, 1)) boardAs(boarded, longer);
  }
  for (const label of boarded) land(scan, label, scan.afterTwo);
}

function pathOf({ leg, before }: Label, next: number): number[] {
  return before === -1 ? [leg, next] : [before, leg, next];
}

function connects({ arrives, departs, airline, flight }: Timetable, before: number, after: number): boolean {
  const ground = (departs[after] ?? 0) - (arrives[before] ?? 0);
  if (ground > connectionMinutes.longest) return false;
  if (ground >= connectionMinutes.interline) return true;
  if (airline[before] !== airline[after]) return false;
  return ground >= connectionMinutes.sameAirline || (ground >= 0 && flight[before] === flight[after]);
}

/** On one flight with the same number of legs: cheaper and begun later is better; equals stay. */
function boardAs(boarded: Label[], label: Label): void {
  const { fareCents, beganMinute } = label;
  for (const other of boarded) {
    const isAsGood = other.fareCents <= fareCents && other.beganMinute >= beganMinute;
    if (isAsGood && (other.fareCents < fareCents || other.beganMinute > beganMinute)) return;
  }
  let kept = 0;
  for (const other of boarded) {
    const isAsGood = fareCents <= other.fareCents && beganMinute >= other.beganMinute;
    if (!isAsGood || (fareCents === other.fareCents && beganMinute === other.beganMinute))
      boarded[kept++] = other;
  }
  boarded.length = kept;
  boarded.push(label);
}

function land(scan: Scan, label: Label, landed: Label[][]): void {
  const { to, arrives } = scan.timetable;
  landed[to[label.leg] ?? 0]?.push(label);
  scan.horizon = Math.max(scan.horizon, (arrives[label.leg] ?? 0) + connectionMinutes.longest);
}

/** Whether a trip that has already arrived is better than whatever can become of this one. */
function isBeaten({ found, timetable }: Scan, label: Label, stops: number): boolean {
  const minutes = (timetable.arrives[label.leg] ?? 0) - label.beganMinute;
  return found.some(
    (trip) => trip.fareCents <= label.fareCents && trip.durationMinutes <= minutes && trip.stops <= stops,
  );
}

function arrive(scan: Scan, { leg, fareCents, beganMinute }: Label, path: readonly number[]): void {
  const durationMinutes = (scan.timetable.arrives[leg] ?? 0) - beganMinute;
  enterFront(scan.found, { fareCents, durationMinutes, stops: path.length - 1, path });
}

function firstAtOrAfter(departs: Int32Array, minute: number): number {
  let low = 0;
  let high = departs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((departs[middle] ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
