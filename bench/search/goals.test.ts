import { expect, test } from 'vitest';
import type { Timing } from './compare-methods';
import { goalsOf, type Measured } from './goals';
import { methodNames } from './methods/contestants';

/** A method that always took so many times as long as the index. */
function timing(name: string, times: number, queries: number): Timing {
  return { name, latenciesMs: Array(queries).fill(times), referenceMs: Array(queries).fill(1) };
}

function measured(timings: Timing[]): Measured {
  const index = { legs: 1_000, buildMs: 0, rebuildMs: 0, ownBytes: 0, processBytes: 0 };
  const comparison = { timings, frontSizes: [], compared: 0, differences: [] };
  const threeStops = { latenciesMs: [], truncated: 0 };
  const figures = { index, comparison, updates: [], threeStops, calendarsMs: [], calendarDays: 0 };
  return { name: 'seeded', figures, http: null, differences: [] };
}

const verdicts = (timings: Timing[]) =>
  goalsOf(measured(timings)).map(({ name, wanted, reached, queries }) => [name, wanted, reached, queries]);

test('a goal is reached from its ratio on', () => {
  expect(verdicts([timing(methodNames.scan, 5, 10), timing(methodNames.join, 149.9, 10)])).toEqual([
    ['seeded: PostgreSQL join, ratio, median', '≥ 150×', false, 10],
    ['seeded: own connection scan, ratio, median', '≥ 5.0×', true, 10],
  ]);
});

test('nothing is said of a p99 of too few queries', () => {
  const goals = (queries: number) => verdicts([timing(methodNames.join, 200, queries)]).length;
  expect(goals(99)).toBe(1);
  expect(goals(100)).toBe(2);
});

test('sorted lists have no goal, and are shown beside whole ones', () => {
  const lists = [timing(methodNames.sortedLists, 2, 10), timing(methodNames.wholeLists, 4_000, 10)];
  expect(verdicts(lists)).toEqual([
    ['seeded: plain breadth-first, whole lists, ratio, median', '≥ 3,000×', true, 10],
    ['seeded: plain breadth-first, sorted lists, ratio, median', null, true, 10],
  ]);
});
