import { invariant } from '@/server/assert';
import { createPair, type LegPair } from './leg-pair';
import { createNumbering, type Numbering, numberOf, textOf } from './numbering';

/** The airports, and the pairs of them that have, or once had, a leg. */
export type PairNetwork = {
  airports: Numbering;
  pairs: LegPair[];
  /**
   * By number of the origin, then of the destination: number of the pair plus one, 0 for none. Two bytes each, because a
   * search looks at most of it.
   */
  pairNumbers: Uint16Array[];
  /** The pairs out of and into each airport by its number, sorted by the code at the other end: alike at every airline. */
  pairsFrom: LegPair[][];
  pairsTo: LegPair[][];
  /** Each airport in a list of its own: where one may go on from who does not change airport. */
  alone: (readonly number[])[];
};

/** What two bytes can number, with zero for none: every pair of 256 airports. */
const maxPairs = 2 ** 16 - 1;
const maxAirports = 2 ** 16;

/** Airports for which there is room from the start; a country's. */
const usualAirports = 128;

const noPairs = new Uint16Array(0);

export function createNetwork(): PairNetwork {
  return {
    airports: createNumbering(maxAirports),
    pairs: [],
    pairNumbers: [],
    pairsFrom: [],
    pairsTo: [],
    alone: [],
  };
}

/** The number of an airport, which the network has from now on. */
export function airportNumber(network: PairNetwork, iata: string): number {
  const airport = numberOf(network.airports, iata);
  if (airport === network.pairNumbers.length) {
    network.pairNumbers.push(new Uint16Array(usualAirports));
    network.pairsFrom.push([]);
    network.pairsTo.push([]);
    network.alone.push([airport]);
  }
  return airport;
}

/** The pair between two airports of the network, empty when it is new. */
export function pairFor(network: PairNetwork, from: number, to: number): LegPair {
  const known = pairAhead(network.pairs, pairNumbersFrom(network, from), to);
  if (known) return known;
  const number = network.pairs.length;
  invariant(number < maxPairs, `at most ${maxPairs} airport pairs have flights`);
  const pair = createPair({ number, from, to });
  network.pairs.push(pair);
  notePair(network, pair);
  insertSorted(network.pairsFrom[from], pair, (other) => textOf(network.airports, other.to));
  insertSorted(network.pairsTo[to], pair, (other) => textOf(network.airports, other.from));
  return pair;
}

/** The numbers of the pairs out of an airport, for `pairAhead`. */
export function pairNumbersFrom(network: PairNetwork, from: number): Uint16Array {
  return network.pairNumbers[from] ?? noPairs;
}

/** The pair to an airport among those of `pairNumbersFrom`. */
export function pairAhead(pairs: readonly LegPair[], numbers: Uint16Array, to: number): LegPair | undefined {
  const number = numbers[to];
  return number ? pairs[number - 1] : undefined;
}

/** Pairs out of an airport. */
export function pairsOutOf(network: PairNetwork, airport: number): readonly LegPair[] {
  return network.pairsFrom[airport] ?? [];
}

/** Pairs into an airport. */
export function pairsInto(network: PairNetwork, airport: number): readonly LegPair[] {
  return network.pairsTo[airport] ?? [];
}

function notePair(network: PairNetwork, { number, from, to }: LegPair): void {
  let numbers = pairNumbersFrom(network, from);
  if (to >= numbers.length) {
    const longer = new Uint16Array(to * 2);
    longer.set(numbers);
    network.pairNumbers[from] = longer;
    numbers = longer;
  }
  numbers[to] = number + 1;
}

function insertSorted(pairs: LegPair[] = [], pair: LegPair, codeOf: (pair: LegPair) => string): void {
  const place = pairs.findIndex((other) => codeOf(other) > codeOf(pair));
  pairs.splice(place < 0 ? pairs.length : place, 0, pair);
}
