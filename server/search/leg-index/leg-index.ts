import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type Leg, type LegId, parseLegId } from '@/server/domain/leg';
import {
  airlineOf,
  flightNumberOf,
  hasNumber,
  identityOf,
  legIdOfIdentity,
  serviceDateOf,
} from './flight-identity';
import {
  aircraftAt,
  arrivesAt,
  bytesOfColumns,
  cabinAt,
  departsAt,
  fareAt,
  identityAt,
  type LegRow,
  seatsAt,
} from './leg-columns';
import { addLeg, changeLeg, dropLeg, type LegPair, slotOf } from './leg-pair';
import {
  addPlace,
  bytesOfPlaces,
  createPlaces,
  departureAt,
  findPlace,
  type LegPlaces,
  pairAt,
  removePlace,
} from './leg-places';
import { canNumber, createNumbering, findNumber, type Numbering, numberOf, textOf } from './numbering';
import {
  airportNumber,
  createNetwork,
  type PairNetwork,
  pairFor,
  pairsInto,
  pairsOutOf,
} from './pair-network';

/**
 * A scheduled leg outside the index. Timetables are in whole minutes; instants are minutes since 1970 UTC, small integers
 * that sort and subtract without allocation.
 */
export type IndexedLeg = Omit<Leg, 'departsAt' | 'arrivesAt' | 'status'> & {
  departsMinute: number;
  arrivesMinute: number;
};

/** Every leg that can be flown, in columns by airport pair. Changed by `indexLeg` and `unindexLeg` only. */
export type LegIndex = PairNetwork & {
  aircraft: Numbering;
  cabins: Numbering;
  places: LegPlaces;
};

const minuteMs = 60_000;

/** What a column of aircraft or of cabins can number. */
const maxKinds = 2 ** 16;

/** What a column of seats can say; more is as good as that to nine passengers. */
const maxSeats = 2 ** 16 - 1;

/** The longest flights take 19 hours. A leg that claims more, or arrives before it departs, is not offered. */
export const maxFlightMinutes = 1_440;

/** An index without legs. */
export function createLegIndex(): LegIndex {
  return {
    ...createNetwork(),
    aircraft: createNumbering(maxKinds),
    cabins: createNumbering(maxKinds),
    places: createPlaces(),
  };
}

/**
 * Adds a leg, or replaces what was known of it. While flight, departure and destination stay, that is a write in place;
 * else a binary search and a short move.
 */
export function indexLeg(index: LegIndex, leg: IndexedLeg): void {
  if (!canBeTold(index, leg)) {
    unindexLeg(index, leg.legId);
    return;
  }
  const row = rowOf(index, leg);
  const from = airportNumber(index, leg.from);
  const pair = pairFor(index, from, airportNumber(index, leg.to));
  const place = findPlace(index.places, index.pairs, { identity: row.identity, from });
  if (place >= 0) {
    const isWhereItWas =
      pairAt(index.places, index.pairs, place) === pair &&
      departureAt(index.places, place) === row.departsMinute;
    if (isWhereItWas && isPossible(row)) {
      changeLeg(pair, slotOf(pair, row.departsMinute, row.identity), row);
      return;
    }
    takeOut(index, place);
  }
  if (!isPossible(row)) return;
  addLeg(pair, row);
  addPlace(index.places, { identity: row.identity, pair, departsMinute: row.departsMinute });
}

/** Takes a leg out, if it is there. */
export function unindexLeg(index: LegIndex, legId: LegId): void {
  const place = placeOf(index, legId);
  if (place >= 0) takeOut(index, place);
}

/** Takes out the legs that depart before `minute`. Costs next to nothing when there are none. */
export function forgetDeparted(index: LegIndex, minute: number): void {
  for (const pair of index.pairs) {
    while (pair.count > 0 && departsAt(pair, 0) < minute) {
      takeOut(
        index,
        findPlace(index.places, index.pairs, { identity: identityAt(pair, 0), from: pair.from }),
      );
    }
  }
}

/** The leg with this id, or null. */
export function findIndexedLeg(index: LegIndex, legId: LegId): IndexedLeg | null {
  const place = placeOf(index, legId);
  if (place < 0) return null;
  const pair = pairAt(index.places, index.pairs, place);
  return legAt(
    index,
    pair,
    slotOf(pair, departureAt(index.places, place), index.places.identities[place] as number),
  );
}

/** All legs, by pair and departure. The index must not change meanwhile. */
export function* indexedLegs(index: LegIndex): Generator<IndexedLeg> {
  for (const pair of index.pairs) {
    for (let slot = 0; slot < pair.count; slot++) yield legAt(index, pair, slot);
  }
}

/** The airlines that have a leg from or to the airport, in canonical order. */
export function airlinesServing(index: LegIndex, iata: string): readonly AirlineCode[] {
  const airport = findNumber(index.airports, iata);
  if (airport === undefined) return [];
  const serving = [...pairsOutOf(index, airport), ...pairsInto(index, airport)].reduce(
    (airlines, pair) => airlines | pair.airlines,
    0,
  );
  return codesOf(serving);
}

/** Every pair of airports with a leg from the first to the second, and whose legs those are. */
export function servedPairs(index: LegIndex): { from: string; to: string; airlines: AirlineCode[] }[] {
  return index.pairs
    .filter((pair) => pair.count > 0)
    .map((pair) => ({
      from: textOf(index.airports, pair.from),
      to: textOf(index.airports, pair.to),
      airlines: codesOf(pair.airlines),
    }));
}

/** How many legs there are, and the memory of columns and tables. */
export function sizeOf({ pairs, places }: LegIndex): { legs: number; bytes: number } {
  const bytes = pairs.reduce(
    (sum, pair) =>
      sum +
      bytesOfColumns(pair) +
      pair.starts.byteLength +
      pair.leastFares.byteLength +
      pair.legsByAirline.byteLength,
    bytesOfPlaces(places),
  );
  return { legs: places.count, bytes };
}

/** The leg in a slot; its id is built anew, because no strings are kept. */
export function legAt(index: LegIndex, pair: LegPair, slot: number): IndexedLeg {
  const identity = identityAt(pair, slot);
  const from = textOf(index.airports, pair.from);
  return {
    legId: legIdOfIdentity(identity, from),
    airline: airlineOf(identity),
    flightNumber: flightNumberOf(identity),
    serviceDate: serviceDateOf(identity),
    from,
    to: textOf(index.airports, pair.to),
    departsMinute: departsAt(pair, slot),
    arrivesMinute: arrivesAt(pair, slot),
    aircraft: textOf(index.aircraft, aircraftAt(pair, slot)),
    cabin: textOf(index.cabins, cabinAt(pair, slot)),
    fareCents: fareAt(pair, slot),
    seatsLeft: seatsAt(pair, slot),
  };
}

/** The leg as the domain knows it. Field by field: copying "the rest" costs as much as the search that found it. */
export function toLeg(leg: IndexedLeg): Leg {
  return {
    legId: leg.legId,
    airline: leg.airline,
    flightNumber: leg.flightNumber,
    serviceDate: leg.serviceDate,
    from: leg.from,
    to: leg.to,
    departsAt: new Date(leg.departsMinute * minuteMs),
    arrivesAt: new Date(leg.arrivesMinute * minuteMs),
    aircraft: leg.aircraft,
    cabin: leg.cabin,
    fareCents: leg.fareCents,
    seatsLeft: leg.seatsLeft,
    status: 'scheduled',
  };
}

/** The leg as the index takes it; the status is the caller's concern, a cancelled leg is not indexed. */
export function toIndexedLeg({ departsAt, arrivesAt, status: _status, ...leg }: Leg): IndexedLeg {
  return {
    ...leg,
    departsMinute: Math.floor(departsAt.getTime() / minuteMs),
    arrivesMinute: Math.floor(arrivesAt.getTime() / minuteMs),
  };
}

function rowOf(index: LegIndex, leg: IndexedLeg): LegRow {
  return {
    departsMinute: leg.departsMinute,
    identity: identityOf(leg),
    fareCents: leg.fareCents,
    flightMinutes: leg.arrivesMinute - leg.departsMinute,
    seatsLeft: Math.max(0, Math.min(leg.seatsLeft, maxSeats)),
    aircraft: numberOf(index.aircraft, leg.aircraft),
    cabin: numberOf(index.cabins, leg.cabin),
  };
}

/** Whether the columns have numbers for the leg. One that they have none for is not offered. */
function canBeTold({ aircraft, cabins }: LegIndex, leg: IndexedLeg): boolean {
  return hasNumber(leg.serviceDate) && canNumber(aircraft, leg.aircraft) && canNumber(cabins, leg.cabin);
}

/** The airlines of a set of bits. */
function codesOf(airlines: number): AirlineCode[] {
  return airlineCodes.filter((_code, number) => (airlines >>> number) & 1);
}

function isPossible({ flightMinutes }: LegRow): boolean {
  return flightMinutes >= 0 && flightMinutes <= maxFlightMinutes;
}

function placeOf(index: LegIndex, legId: LegId): number {
  const { from, ...flight } = parseLegId(legId);
  const origin = findNumber(index.airports, from);
  if (origin === undefined || !hasNumber(flight.serviceDate)) return -1;
  return findPlace(index.places, index.pairs, { identity: identityOf(flight), from: origin });
}

function takeOut(index: LegIndex, place: number): void {
  const pair = pairAt(index.places, index.pairs, place);
  const identity = index.places.identities[place] as number;
  dropLeg(pair, slotOf(pair, departureAt(index.places, place), identity));
  removePlace(index.places, place);
}
