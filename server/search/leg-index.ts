import type { AirlineCode } from '@/server/domain/airline-code';
import type { Leg, LegId } from '@/server/domain/leg';

const minuteMs = 60_000;

/**
 * A scheduled leg as the index keeps it. Timetables are in whole minutes; instants are minutes since 1970 UTC, small
 * integers that sort and subtract without allocation.
 */
export type IndexedLeg = Omit<Leg, 'departsAt' | 'arrivesAt' | 'status'> & {
  departsMinute: number;
  arrivesMinute: number;
};

/**
 * All legs from one airport to another, sorted by departure and id. The two minima never rise when a leg goes: a bound
 * that is too low prunes less and is never wrong.
 */
export type LegPair = {
  from: string;
  to: string;
  legs: IndexedLeg[];
  minFareCents: number;
  minFlightMinutes: number;
};

/** Every leg that can be flown, in the shape the search reads. Changed by `indexLeg` and `unindexLeg` only. */
export type LegIndex = {
  legs: Map<LegId, IndexedLeg>;
  /** By origin, then sorted by destination, so that every airline searches in the same order. */
  pairsFrom: Map<string, LegPair[]>;
  /** Which airlines fly to or from an airport. */
  servedBy: Map<string, Set<AirlineCode>>;
};

/** An index without legs. */
export function createLegIndex(): LegIndex {
  return { legs: new Map(), pairsFrom: new Map(), servedBy: new Map() };
}

/** Adds a leg, or replaces what was known of it. O(log n) to find its place, a short move to make it. */
export function indexLeg(index: LegIndex, leg: IndexedLeg): void {
  unindexLeg(index, leg.legId);
  index.legs.set(leg.legId, leg);
  const pair = pairOf(index, leg.from, leg.to);
  pair.legs.splice(placeOf(pair.legs, leg), 0, leg);
  pair.minFareCents = Math.min(pair.minFareCents, leg.fareCents);
  pair.minFlightMinutes = Math.min(pair.minFlightMinutes, leg.arrivesMinute - leg.departsMinute);
  noteService(index, leg.from, leg.airline);
  noteService(index, leg.to, leg.airline);
}

/** Takes a leg out, if it is there. */
export function unindexLeg(index: LegIndex, legId: LegId): void {
  const leg = index.legs.get(legId);
  if (!leg) return;
  index.legs.delete(legId);
  const { legs } = pairOf(index, leg.from, leg.to);
  legs.splice(placeOf(legs, leg), 1);
}

/** Position of the first leg of `legs` that departs at or after `minute`. */
export function firstDeparture(legs: readonly IndexedLeg[], minute: number): number {
  return partition(legs, (leg) => leg.departsMinute < minute);
}

/** The leg as the domain knows it. */
export function toLeg({ departsMinute, arrivesMinute, ...leg }: IndexedLeg): Leg {
  return {
    ...leg,
    departsAt: new Date(departsMinute * minuteMs),
    arrivesAt: new Date(arrivesMinute * minuteMs),
    status: 'scheduled',
  };
}

/** The leg as the index keeps it; the status is the caller's concern, a cancelled leg is not indexed. */
export function toIndexedLeg({ departsAt, arrivesAt, status: _status, ...leg }: Leg): IndexedLeg {
  return {
    ...leg,
    departsMinute: Math.floor(departsAt.getTime() / minuteMs),
    arrivesMinute: Math.floor(arrivesAt.getTime() / minuteMs),
  };
}

function pairOf(index: LegIndex, from: string, to: string): LegPair {
  let pairs = index.pairsFrom.get(from);
  if (!pairs) {
    pairs = [];
    index.pairsFrom.set(from, pairs);
  }
  const place = partition(pairs, (pair) => pair.to < to);
  const known = pairs[place];
  if (known?.to === to) return known;
  const pair: LegPair = { from, to, legs: [], minFareCents: Infinity, minFlightMinutes: Infinity };
  pairs.splice(place, 0, pair);
  return pair;
}

function placeOf(legs: readonly IndexedLeg[], wanted: IndexedLeg): number {
  return partition(
    legs,
    (leg) =>
      leg.departsMinute < wanted.departsMinute ||
      (leg.departsMinute === wanted.departsMinute && leg.legId < wanted.legId),
  );
}

/** The first position whose item does not come before; `isBefore` must hold for a prefix of `items` only. */
function partition<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function noteService(index: LegIndex, airport: string, airline: AirlineCode): void {
  const airlines = index.servedBy.get(airport);
  if (airlines) airlines.add(airline);
  else index.servedBy.set(airport, new Set([airline]));
}
