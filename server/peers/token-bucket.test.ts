import { expect, it } from 'vitest';
import { createHandClock } from './testing/hand-clock';
import { createTokenBuckets } from './token-bucket';

it('grants the burst at once and then the rate', () => {
  const clock = createHandClock();
  const buckets = createTokenBuckets({ perSecond: 10, burst: 3 });
  const take = () => buckets.take('giro', clock.now());
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
  clock.advance(100);
  expect([take(), take()]).toEqual([true, false]);
  clock.advance(3_600_000);
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
});

it('does not let one caller use up another one’s', () => {
  const clock = createHandClock();
  const buckets = createTokenBuckets({ perSecond: 1, burst: 1 });
  expect(buckets.take('giro', clock.now())).toBe(true);
  expect(buckets.take('giro', clock.now())).toBe(false);
  expect(buckets.take('boreal', clock.now())).toBe(true);
});

it('survives a clock that is set back', () => {
  const clock = createHandClock();
  const buckets = createTokenBuckets({ perSecond: 1, burst: 1 });
  expect(buckets.take('giro', clock.now())).toBe(true);
  clock.advance(-3_600_000);
  expect(buckets.take('giro', clock.now())).toBe(false);
  clock.advance(1_000);
  expect(buckets.take('giro', clock.now())).toBe(true);
});
