import { airlineNumberOf } from './flight-identity';
import {
  createColumns,
  departsAt,
  fareAt,
  flightMinutesAt,
  identityAt,
  insertRow,
  type LegColumns,
  type LegRow,
  removeRow,
  writeRow,
} from './leg-columns';
import {
  coverDay,
  createDays,
  dayAt,
  firstDeparture,
  type PairDays,
  renewLeastFare,
  shiftLaterDays,
} from './pair-days';

/**
 * All legs from one airport to another, and what is true of all of them. The bounds are exact after every change: they
 * do not rot under updates, and two airlines with the same legs have the same bounds however they came by the legs.
 */
export type LegPair = LegColumns &
  PairDays & {
    /** Position among the pairs of the index. */
    readonly number: number;
    /** Numbers of the airports. */
    readonly from: number;
    readonly to: number;
    /** Least fare of all days, in centavos; `noLegs` without legs, as is the least flight time. */
    leastFare: number;
    leastFlightMinutes: number;
    /** Legs that take no longer than that: only when the last of them goes is the least looked for again. */
    legsWithLeastMinutes: number;
    /** Number of legs of each airline, and the set of those that have any: bit n is airline number n. */
    legsByAirline: Int32Array;
    airlines: number;
  };

/** Three bits of the identity. */
const maxAirlines = 8;

/** Above every fare and flight time, and still a small integer: Infinity would put both outside of the object. */
const noLegs = 2 ** 31 - 1;

/**
 * A pair without legs. What a search reads of every pair comes first and none of it by spreading: V8 then keeps all of it
 * in the object itself, and a search that asks a thousand pairs waits for memory half as often.
 */
export function createPair({ number, from, to }: { number: number; from: number; to: number }): LegPair {
  const { count, departs, identities, fares, flightMinutes, seats, aircraft, cabins } = createColumns();
  const { firstDay, starts, leastFares } = createDays();
  return {
    leastFare: noLegs,
    leastFlightMinutes: noLegs,
    airlines: 0,
    number,
    from,
    to,
    firstDay,
    leastFares,
    starts,
    count,
    departs,
    identities,
    fares,
    flightMinutes,
    seats,
    aircraft,
    cabins,
    legsWithLeastMinutes: 0,
    legsByAirline: new Int32Array(maxAirlines),
  };
}

/** Where the leg stands, or would stand. */
export function slotOf(pair: LegPair, departsMinute: number, identity: number): number {
  let slot = firstDeparture(pair, departsMinute);
  while (slot < pair.count && departsAt(pair, slot) === departsMinute && identityAt(pair, slot) < identity)
    slot++;
  return slot;
}

/** Adds a leg that the pair does not have. */
export function addLeg(pair: LegPair, row: LegRow): void {
  coverDay(pair, row.departsMinute);
  insertRow(pair, slotOf(pair, row.departsMinute, row.identity), row);
  const day = dayAt(pair, row.departsMinute);
  shiftLaterDays(pair, day, 1);
  countAirline(pair, airlineNumberOf(row.identity), 1);
  lowerFare(pair, day, row.fareCents);
  lowerMinutes(pair, row.flightMinutes);
}

/** Takes the leg at `slot` out. */
export function dropLeg(pair: LegPair, slot: number): void {
  const day = dayAt(pair, departsAt(pair, slot));
  const [identity, fareCents, flightMinutes] = [
    identityAt(pair, slot),
    fareAt(pair, slot),
    flightMinutesAt(pair, slot),
  ];
  removeRow(pair, slot);
  shiftLaterDays(pair, day, -1);
  countAirline(pair, airlineNumberOf(identity), -1);
  raiseFare(pair, day, fareCents);
  raiseMinutes(pair, flightMinutes);
}

/** Overwrites a leg that stays where it is: same departure, same flight. */
export function changeLeg(pair: LegPair, slot: number, row: LegRow): void {
  const [fareCents, flightMinutes] = [fareAt(pair, slot), flightMinutesAt(pair, slot)];
  writeRow(pair, slot, row);
  if (row.fareCents !== fareCents) {
    const day = dayAt(pair, row.departsMinute);
    lowerFare(pair, day, row.fareCents);
    raiseFare(pair, day, fareCents);
  }
  if (row.flightMinutes !== flightMinutes) {
    lowerMinutes(pair, row.flightMinutes);
    raiseMinutes(pair, flightMinutes);
  }
}

function countAirline(pair: LegPair, airline: number, by: 1 | -1): void {
  const legs = (pair.legsByAirline[airline] as number) + by;
  pair.legsByAirline[airline] = legs;
  pair.airlines = legs > 0 ? pair.airlines | (1 << airline) : pair.airlines & ~(1 << airline);
}

function lowerFare(pair: LegPair, day: number, fareCents: number): void {
  if (fareCents < (pair.leastFares[day] as number)) pair.leastFares[day] = fareCents;
  if (fareCents < pair.leastFare) pair.leastFare = fareCents;
}

/** After a fare went: if it was the least of its day, or of all days, another one is. */
function raiseFare(pair: LegPair, day: number, gone: number): void {
  if (gone > (pair.leastFares[day] as number)) return;
  renewLeastFare(pair, day);
  if (gone === pair.leastFare)
    // A double from a column of doubles: made the small integer again that it is.
    pair.leastFare = pair.leastFares.reduce((least, fare) => Math.min(least, fare), noLegs) | 0;
}

function lowerMinutes(pair: LegPair, flightMinutes: number): void {
  if (flightMinutes > pair.leastFlightMinutes) return;
  pair.legsWithLeastMinutes = flightMinutes === pair.leastFlightMinutes ? pair.legsWithLeastMinutes + 1 : 1;
  pair.leastFlightMinutes = flightMinutes;
}

function raiseMinutes(pair: LegPair, gone: number): void {
  if (gone !== pair.leastFlightMinutes || --pair.legsWithLeastMinutes > 0) return;
  pair.leastFlightMinutes = noLegs;
  for (let slot = 0; slot < pair.count; slot++) lowerMinutes(pair, flightMinutesAt(pair, slot));
}
