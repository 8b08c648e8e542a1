import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Leg } from '@/server/domain/leg';
import { findFront, findItineraries, findLowestFare } from './find-itineraries';
import type { ItineraryQuery } from './itinerary-query';
import {
  bruteForce,
  expectedAnswer,
  expectedLowestFare,
  groundMinutes,
  measured,
} from './testing/brute-force';
import { indexOf, networkArbitrary, queryArbitrary } from './testing/random-trips';
import { searchRuns } from './testing/search-runs';

const comparisons = searchRuns(400);
const queriesPerNetwork = 4;

/** Brute force is slow on purpose, and slower beside other tests. */
const timeoutMs = 60_000 + comparisons * 30;

/** Another seed for a longer run tries other networks too. */
const parameters = { numRuns: Math.ceil(comparisons / queriesPerNetwork), seed: 20_261_031 + comparisons };

const queriesArbitrary = fc.array(queryArbitrary, {
  minLength: queriesPerNetwork,
  maxLength: queriesPerNetwork,
  size: 'max',
});

test('front, list and lowest fare are those of brute force on random cyclic networks', {
  timeout: timeoutMs,
}, () => {
  const seen = { compared: 0, withChange: 0, withTwoStops: 0, withThreeStops: 0, empty: 0, longFronts: 0 };
  fc.assert(
    fc.property(networkArbitrary, queriesArbitrary, (legs, queries) => {
      for (const query of queries) {
        const found = compare(legs, query);
        seen.compared += 1;
        seen.empty += Number(found.length === 0);
        seen.withTwoStops += Number(found.some(({ stops }) => stops === 2));
        seen.withThreeStops += Number(found.some(({ stops }) => stops === 3));
        seen.longFronts += Number(found.filter(({ pareto }) => pareto).length > 2);
        seen.withChange += Number(
          found.some((trip) =>
            trip.legs.some((leg, place) => place > 0 && trip.legs[place - 1]?.to !== leg.from),
          ),
        );
      }
    }),
    parameters,
  );
  const { compared, ...kinds } = seen;
  expect(compared).toBeGreaterThanOrEqual(comparisons);
  expect(Math.min(...Object.values(kinds)), JSON.stringify(kinds)).toBeGreaterThan(comparisons / 400);
});

function compare(legs: readonly Leg[], query: ItineraryQuery) {
  const index = indexOf(legs);
  const paths = bruteForce(legs, query);
  const { itineraries, truncated } = findItineraries(index, query);
  expect(truncated).toBe(false);
  expect(itineraries.map(({ id, pareto }) => ({ id, pareto }))).toEqual(expectedAnswer(paths, query));
  const front = expectedAnswer(paths, { ...query, limit: Infinity }).filter(({ pareto }) => pareto);
  expect(findFront(index, query).itineraries.map(({ id }) => id)).toEqual(front.map(({ id }) => id));
  expect(findLowestFare(index, query)).toBe(expectedLowestFare(paths, query));
  return itineraries;
}

test('sums are of the legs: fare for all passengers, duration from first departure to last arrival', {
  timeout: timeoutMs,
}, () => {
  fc.assert(
    fc.property(networkArbitrary, queryArbitrary, (legs, query) => {
      for (const itinerary of findItineraries(indexOf(legs), query).itineraries) {
        const path = measured(itinerary.legs);
        expect(itinerary.totalFareCents).toBe(path.fare * query.passengers);
        expect(itinerary.durationMinutes).toBe(path.minutes);
        expect(itinerary.connectionsMinutes).toEqual(
          itinerary.legs.slice(1).map((leg, place) => groundMinutes(itinerary.legs[place] ?? leg, leg)),
        );
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('legs come back as they went in', { timeout: timeoutMs }, () => {
  fc.assert(
    fc.property(networkArbitrary, queryArbitrary, (legs, query) => {
      const legsById = new Map(legs.map((leg) => [leg.legId, leg]));
      for (const leg of findItineraries(indexOf(legs), query).itineraries.flatMap(
        (itinerary) => itinerary.legs,
      )) {
        expect(leg).toEqual(legsById.get(leg.legId));
      }
    }),
    { numRuns: 60, seed: 8 },
  );
});

test('the order in which legs came, and so the numbers of airports, changes nothing', {
  timeout: timeoutMs,
}, () => {
  fc.assert(
    fc.property(
      networkArbitrary,
      queryArbitrary,
      fc.integer({ min: 20, max: 400 }),
      (legs, query, maxLegsConsidered) => {
        const cutShort = { ...query, maxLegsConsidered };
        expect(findItineraries(indexOf(legs.toReversed()), query)).toEqual(
          findItineraries(indexOf(legs), query),
        );
        expect(findItineraries(indexOf(legs.toReversed()), cutShort)).toEqual(
          findItineraries(indexOf(legs), cutShort),
        );
      },
    ),
    { numRuns: 100, seed: 9 },
  );
});
