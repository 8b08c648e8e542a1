import { expect, test } from 'vitest';
import { createRandom } from '@/e2e/chaos/random';
import { densified } from './densified';
import { drawQueries } from './draw-queries';
import { seededLegs } from './seeded-legs';

const window = { from: '2026-12-01', to: '2026-12-05' };

test('the same seed gives the same legs and queries, another seed others', async () => {
  const drawn = async (seed: number) => {
    const random = createRandom(seed);
    const legs = await seededLegs(window, random);
    return { legs, queries: drawQueries({ legs, window, random }, 50) };
  };
  const [first, again] = [await drawn(1), await drawn(1)];
  const other = { queries: drawQueries({ legs: first.legs, window, random: createRandom(2) }, 50) };
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  expect(JSON.stringify(other.queries)).not.toBe(JSON.stringify(first.queries));
  expect(first.legs.some(({ seatsLeft }) => seatsLeft === 0)).toBe(true);
});

test('the dense network keeps the seeded legs, gives every copy an id of its own and flies the same routes', async () => {
  const random = createRandom(3);
  const legs = await seededLegs(window, random);
  const dense = densified(legs, legs.length * 7, random);
  const routesOf = (some: typeof legs) => new Set(some.map(({ from, to }) => `${from} ${to}`));
  expect(dense.length).toBeGreaterThanOrEqual(legs.length * 7);
  expect(dense.slice(0, legs.length).every((leg, place) => leg === legs[place])).toBe(true);
  expect(new Set(dense.map(({ legId }) => legId)).size).toBe(dense.length);
  expect(Math.max(...dense.map(({ flightNumber }) => flightNumber))).toBeLessThanOrEqual(9_999);
  expect(routesOf(dense)).toEqual(routesOf(legs));
});
