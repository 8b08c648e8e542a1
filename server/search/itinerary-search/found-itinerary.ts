import { type Itinerary, itineraryIdOf } from '@/server/domain/itinerary';
import { compareMeasures, type Measures, type Weights } from '../itinerary-order';
import { type LegIndex, legAt, toLeg } from '../leg-index/leg-index';
import type { LegPair } from '../leg-index/leg-pair';

/** An itinerary as the search keeps it: where its legs stand in the index, which must not change meanwhile. */
export type FoundItinerary = Measures & { pairs: readonly LegPair[]; slots: readonly number[] };

/** The order of a list: a sort, and the index whose airports the leg ids name. */
export type Order = { weights: Weights; index: LegIndex };

/** Total order: the sort, the other measures, departure, and last the leg ids as text; the same list at every airline. */
export function compareFound({ weights, index }: Order, a: FoundItinerary, b: FoundItinerary): number {
  return compareMeasures(weights, a, b) || (idOf(index, a) < idOf(index, b) ? -1 : 1);
}

/** Whether two itineraries have the same legs. */
export function isSame(a: FoundItinerary, b: FoundItinerary): boolean {
  return (
    a.pairs.length === b.pairs.length &&
    a.pairs.every((pair, place) => pair === b.pairs[place] && a.slots[place] === b.slots[place])
  );
}

/** The itinerary as the domain knows it, its fare for all passengers. */
export function toItinerary(
  index: LegIndex,
  found: FoundItinerary,
  answer: { passengers: number; pareto: boolean },
): Itinerary {
  const legs = legsOf(index, found);
  return {
    id: itineraryIdOf(legs),
    legs: legs.map(toLeg),
    totalFareCents: found.fareCents * answer.passengers,
    durationMinutes: found.durationMinutes,
    stops: found.stops,
    connectionsMinutes: legs
      .slice(1)
      .map((leg, place) => leg.departsMinute - (legs[place]?.arrivesMinute ?? leg.departsMinute)),
    pareto: answer.pareto,
  };
}

function idOf(index: LegIndex, found: FoundItinerary): string {
  return itineraryIdOf(legsOf(index, found));
}

function legsOf(index: LegIndex, { pairs, slots }: FoundItinerary) {
  return pairs.map((pair, place) => legAt(index, pair, slots[place] ?? 0));
}
