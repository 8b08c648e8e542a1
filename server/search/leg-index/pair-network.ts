import { invariant } from '@/server/assert';
import { createPair, type LegPair } from './leg-pair';
import { createNumbering, type Numbering, numberOf, textOf } from './numbering';

/** The airports, and the pairs of them that have, or once had, a leg. */
export type PairNetwork = {
  airports: Numbering;
  pairs: LegPair[];
  /** By number of the origin, then of the destination. */
  pairsByDestination: (LegPair | undefined)[][];
  /** The pairs out of and into each airport by its number, sorted by the code at the other end: alike at every airline. */
  pairsFrom: LegPair[][];
  pairsTo: LegPair[][];
  /** Each airport in a list of its own: where one may go on from who does not change airport. */
  alone: (readonly number[])[];
};

/** What two bytes can number, with zero for none: every pair of 256 airports. */
const maxPairs = 2 ** 16 - 1;
const maxAirports = 2 ** 16;

export function createNetwork(): PairNetwork {
  return {
    airports: createNumbering(maxAirports),
    pairs: [],
    pairsByDestination: [],
    pairsFrom: [],
    pairsTo: [],
    alone: [],
  };
}

/** The number of an airport, which the network has from now on. */
export function airportNumber(network: PairNetwork, iata: string): number {
  const airport = numberOf(network.airports, iata);
  if (airport === network.pairsByDestination.length) {
    network.pairsByDestination.push([]);
    network.pairsFrom.push([]);
    network.pairsTo.push([]);
    network.alone.push([airport]);
  }
  return airport;
}

/** The pair between two airports of the network, empty when it is new. */
export function pairFor(network: PairNetwork, from: number, to: number): LegPair {
  const known = network.pairsByDestination[from]?.[to];
  if (known) return known;
  const number = network.pairs.length;
  invariant(number < maxPairs, `at most ${maxPairs} airport pairs have flights`);
  const pair = createPair({ number, from, to });
  network.pairs.push(pair);
  const destinations = network.pairsByDestination[from];
  if (destinations) destinations[to] = pair;
  insertSorted(network.pairsFrom[from], pair, (other) => textOf(network.airports, other.to));
  insertSorted(network.pairsTo[to], pair, (other) => textOf(network.airports, other.from));
  return pair;
}

/** The pairs out of an airport by the number of the other end. */
export function pairsByDestinationFrom(network: PairNetwork, from: number): readonly (LegPair | undefined)[] {
  return network.pairsByDestination[from] ?? [];
}

/** Pairs out of an airport. */
export function pairsOutOf(network: PairNetwork, airport: number): readonly LegPair[] {
  return network.pairsFrom[airport] ?? [];
}

/** Pairs into an airport. */
export function pairsInto(network: PairNetwork, airport: number): readonly LegPair[] {
  return network.pairsTo[airport] ?? [];
}

function insertSorted(pairs: LegPair[] = [], pair: LegPair, codeOf: (pair: LegPair) => string): void {
  const place = pairs.findIndex((other) => codeOf(other) > codeOf(pair));
  pairs.splice(place < 0 ? pairs.length : place, 0, pair);
}
