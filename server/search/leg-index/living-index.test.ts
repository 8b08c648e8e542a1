import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Leg, LegId } from '@/server/domain/leg';
import { findItineraries } from '../find-itineraries';
import type { ItineraryQuery } from '../itinerary-query';
import { bruteForce, expectedAnswer } from '../testing/brute-force';
import { indexOf, legArbitrary, queryArbitrary } from '../testing/random-trips';
import { searchRuns } from '../testing/search-runs';
import {
  airlinesServing,
  createLegIndex,
  findIndexedLeg,
  forgetDeparted,
  indexedLegs,
  indexLeg,
  type LegIndex,
  servedPairs,
  sizeOf,
  toIndexedLeg,
  toLeg,
  unindexLeg,
} from './leg-index';

const updates = searchRuns(4_000);
const updatesPerIndex = 2_000;
const updatesPerLook = 40;
const timeoutMs = 60_000 + updates * 10;

/** Around so many legs the index has: enough for two stops, few enough for brute force. */
const population = 55;

/**
 * What may happen to a leg: `other` is a leg from which the new fare, seats, times or destination are taken. When time
 * passes, the first of all legs and those within the next hour have departed.
 */
const updateArbitrary = fc.record({
  kind: fc.constantFrom('seats', 'fare', 'retime', 'reroute', 'replace', 'come', 'go', 'pass'),
  place: fc.nat(),
  other: legArbitrary,
});
type Update = { kind: string; place: number; other: Leg };

const lifeArbitrary = fc.record({
  updates: fc.array(updateArbitrary, { minLength: updatesPerIndex, maxLength: updatesPerIndex, size: 'max' }),
  queries: fc.array(queryArbitrary, { minLength: 50, maxLength: 50, size: 'max' }),
});

/** The leg after the update. The id stays, also when time or destination change: it names the flight, not the hour. */
function updated(leg: Leg, { kind, other }: Update): Leg {
  const flightMs = leg.arrivesAt.getTime() - leg.departsAt.getTime();
  switch (kind) {
    case 'seats':
      return { ...leg, seatsLeft: other.seatsLeft };
    case 'fare':
      return { ...leg, fareCents: other.fareCents };
    case 'retime':
      return {
        ...leg,
        departsAt: other.departsAt,
        arrivesAt: new Date(other.departsAt.getTime() + flightMs),
      };
    case 'reroute':
      return other.to === leg.from ? leg : { ...leg, to: other.to };
    default:
      return {
        ...other,
        legId: leg.legId,
        airline: leg.airline,
        flightNumber: leg.flightNumber,
        serviceDate: leg.serviceDate,
        from: leg.from,
        to: other.to === leg.from ? leg.to : other.to,
      };
  }
}

function passTime(index: LegIndex, world: Map<LegId, Leg>): void {
  const legs = [...world.values()];
  const minute = Math.min(...legs.map(({ departsAt }) => departsAt.getTime() / 60_000)) + 60;
  for (const leg of legs) if (leg.departsAt.getTime() / 60_000 < minute) world.delete(leg.legId);
  forgetDeparted(index, minute);
}

function live(index: LegIndex, world: Map<LegId, Leg>, update: Update): void {
  if (update.kind === 'pass') {
    passTime(index, world);
    return;
  }
  const legs = [...world.values()];
  const leg = legs[update.place % Math.max(1, legs.length)];
  const isFull = legs.length > population;
  if (leg && (isFull || update.kind === 'go') && legs.length > population - 10) {
    world.delete(leg.legId);
    unindexLeg(index, leg.legId);
    return;
  }
  const next =
    !leg || update.kind === 'come' || legs.length < population - 10 ? update.other : updated(leg, update);
  world.set(next.legId, next);
  indexLeg(index, toIndexedLeg(next));
}

/** Everything that an index says of its legs, in an order that does not depend on how it came to be. */
function contentsOf(index: LegIndex) {
  const byId = [...indexedLegs(index)].toSorted((a, b) => (a.legId < b.legId ? -1 : 1));
  const byName = (a: { from: string; to: string }, b: { from: string; to: string }) =>
    a.from + a.to < b.from + b.to ? -1 : 1;
  return {
    legs: byId,
    pairs: servedPairs(index).toSorted(byName),
    bounds: index.pairs
      .filter(({ count }) => count > 0)
      .map(({ from, to, leastFare, leastFlightMinutes, firstDay, leastFares }) => ({
        from: String(index.airports.texts[from]),
        to: String(index.airports.texts[to]),
        leastFare,
        leastFlightMinutes,
        leastFares: [...leastFares].flatMap((fare, day) =>
          fare === Infinity ? [] : [`${firstDay + day}: ${fare}`],
        ),
      }))
      .toSorted(byName),
    served: ['GRU', 'CGH', 'RBR', 'MAO', 'FEN', 'NYC'].map((iata) => airlinesServing(index, iata)),
    size: sizeOf(index).legs,
  };
}

function look(index: LegIndex, world: Map<LegId, Leg>, query: ItineraryQuery): void {
  const legs = [...world.values()];
  const { itineraries } = findItineraries(index, query);
  expect(itineraries.map(({ id, pareto }) => ({ id, pareto }))).toEqual(
    expectedAnswer(bruteForce(legs, query), query),
  );
  const fresh = indexOf(legs);
  expect(itineraries).toEqual(findItineraries(fresh, query).itineraries);
  expect(contentsOf(index)).toEqual(contentsOf(fresh));
}

test('an index that lives through thousands of updates answers like brute force and like a new one', {
  timeout: timeoutMs,
}, () => {
  let lived = 0;
  fc.assert(
    fc.property(lifeArbitrary, ({ updates: life, queries }) => {
      const index = createLegIndex();
      const world = new Map<LegId, Leg>();
      for (const [place, update] of life.entries()) {
        live(index, world, update);
        lived += 1;
        const query = queries[place / updatesPerLook];
        if (query) look(index, world, query);
      }
    }),
    { numRuns: Math.ceil(updates / updatesPerIndex), seed: 20_261_101 + updates, endOnFailure: true },
  );
  expect(lived).toBeGreaterThanOrEqual(updates);
});

test('every leg is found by its id, and a leg that went is not', { timeout: timeoutMs }, () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(legArbitrary, {
        selector: ({ legId }) => legId,
        minLength: 50,
        maxLength: 300,
        size: 'max',
      }),
      (legs) => {
        const index = indexOf(legs);
        for (const [place, leg] of legs.entries()) {
          const found = findIndexedLeg(index, leg.legId);
          expect(found && toLeg(found)).toEqual(leg);
          if (place % 2 === 0) unindexLeg(index, leg.legId);
        }
        for (const [place, leg] of legs.entries()) {
          expect(findIndexedLeg(index, leg.legId)?.legId ?? null).toBe(place % 2 === 0 ? null : leg.legId);
        }
      },
    ),
    { numRuns: 20, seed: 3 },
  );
});
