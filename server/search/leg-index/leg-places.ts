import type { FlightIdentity } from './flight-identity';
import type { LegPair } from './leg-pair';

/**
 * Where each leg is: from (identity, origin) to (pair, departure). An open hash table in typed columns, ten bytes an
 * entry. It holds no slots, which move with every insert; the slot is found in the pair by departure and identity.
 */
export type LegPlaces = {
  count: number;
  identities: Uint32Array;
  /** Number of the pair plus one; 0 is an empty entry. The origin is that of the pair. */
  pairs: Uint16Array;
  departs: Int32Array;
};

/** What the table needs to know of the index: the pair behind a number. */
export type Pairs = readonly LegPair[];

/** Fuller than this, entries form long rows; emptier than an eighth is waste. */
const mostLoad = 0.75;
const leastLoad = 0.125;
const leastCapacity = 16;

export function createPlaces(): LegPlaces {
  return { count: 0, ...allocate(leastCapacity) };
}

/** The entry of a leg, or −1. */
export function findPlace(
  places: LegPlaces,
  pairs: Pairs,
  leg: { identity: FlightIdentity; from: number },
): number {
  for (let entry = homeOf(places, leg.identity); places.pairs[entry] !== 0; entry = next(places, entry)) {
    if (places.identities[entry] === leg.identity && pairAt(places, pairs, entry).from === leg.from)
      return entry;
  }
  return -1;
}

export function pairAt(places: LegPlaces, pairs: Pairs, entry: number): LegPair {
  return pairs[(places.pairs[entry] as number) - 1] as LegPair;
}

export function departureAt(places: LegPlaces, entry: number): number {
  return places.departs[entry] as number;
}

type Place = { identity: FlightIdentity; pair: LegPair; departsMinute: number };

/** Notes where a leg is that has no entry yet. */
export function addPlace(places: LegPlaces, { identity, pair, departsMinute }: Place): void {
  if (places.count + 1 > places.pairs.length * mostLoad) resize(places, places.pairs.length * 2);
  put(places, [identity, pair.number + 1, departsMinute]);
  places.count += 1;
}

/**
 * Forgets an entry. Those behind it move up as far as their homes allow (Knuth, TAOCP 6.4 R), so that no markers of
 * deleted entries pile up under endless adding and taking out.
 */
export function removePlace(places: LegPlaces, entry: number): void {
  const mask = places.pairs.length - 1;
  let gap = entry;
  for (let behind = next(places, gap); places.pairs[behind] !== 0; behind = next(places, behind)) {
    const home = homeOf(places, places.identities[behind] as number);
    const isHomeBehindGap = ((behind - home) & mask) < ((behind - gap) & mask);
    if (isHomeBehindGap) continue;
    copyEntry(places, behind, gap);
    gap = behind;
  }
  places.pairs[gap] = 0;
  places.count -= 1;
  const capacity = places.pairs.length;
  if (capacity > leastCapacity && places.count < capacity * leastLoad) resize(places, capacity / 2);
}

export function bytesOfPlaces({ identities, pairs, departs }: LegPlaces): number {
  return identities.byteLength + pairs.byteLength + departs.byteLength;
}

/**
 * The finishing mix of MurmurHash3, so that days and numbers that follow one another are scattered. All legs of one
 * flight of a day share a home; there are seldom more than two.
 */
function homeOf({ pairs }: LegPlaces, identity: FlightIdentity): number {
  let mixed = identity ^ (identity >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (pairs.length - 1);
}

function next({ pairs }: LegPlaces, entry: number): number {
  return (entry + 1) & (pairs.length - 1);
}

function put(places: LegPlaces, [identity, pair, departsMinute]: readonly [number, number, number]): void {
  let entry = homeOf(places, identity);
  while (places.pairs[entry] !== 0) entry = next(places, entry);
  places.identities[entry] = identity;
  places.pairs[entry] = pair;
  places.departs[entry] = departsMinute;
}

function copyEntry(places: LegPlaces, from: number, to: number): void {
  places.identities[to] = places.identities[from] as number;
  places.pairs[to] = places.pairs[from] as number;
  places.departs[to] = places.departs[from] as number;
}

function resize(places: LegPlaces, capacity: number): void {
  const { identities, pairs, departs } = places;
  Object.assign(places, allocate(capacity));
  for (let entry = 0; entry < pairs.length; entry++) {
    const pair = pairs[entry] as number;
    if (pair !== 0) put(places, [identities[entry] as number, pair, departs[entry] as number]);
  }
}

function allocate(capacity: number): Omit<LegPlaces, 'count'> {
  return {
    identities: new Uint32Array(capacity),
    pairs: new Uint16Array(capacity),
    departs: new Int32Array(capacity),
  };
}
