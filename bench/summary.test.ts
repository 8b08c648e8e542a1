import { expect, test } from 'vitest';
import { joined } from './measure';
import { percentile, summaryOf } from './summary';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a percentile is a value that was measured, whatever the order', () => {
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test('turns are joined before anything is divided', () => {
  const turns = [
    { latenciesMs: [10, 20], elapsedMs: 500, failures: [] },
    { latenciesMs: [30], elapsedMs: 1_500, failures: ['not sold'] },
  ];
  expect(joined(turns).failures).toEqual(['not sold']);
  expect(summaryOf(joined(turns))).toEqual({ perSecond: 1.5, p50Ms: 20, p99Ms: 30, bought: 3 });
});
