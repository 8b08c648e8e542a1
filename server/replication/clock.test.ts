import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Airline } from '../airline';
import { nextStamp, observeStamp } from './clock';
import { compareStamps, formatStamp, isFromFuture } from './hybrid-clock';

const noon = Date.parse('2026-12-01T12:00:00.000Z');

/** Stamping looks at the code and the clock only. */
function airlineAt(time: { ms: number }): Airline {
  return { code: 'giro', clock: { now: () => new Date(time.ms) } } as Airline;
}

const remotes = fc
  .record({
    ms: fc.integer({ min: noon - 200_000, max: noon + 200_000 }),
    counter: fc.oneof(fc.constant(0), fc.constant(0xffff)),
    airline: fc.constant('rumos' as const),
  })
  .map(formatStamp);

it('never fails, and goes back only from where nobody believes it, whatever the clocks do', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: -120_000, max: 1_000 }), fc.option(remotes)));
  fc.assert(
    fc.property(steps, (history) => {
      const time = { ms: noon };
      const airline = airlineAt(time);
      let last = nextStamp(airline);
      for (const [byMs, remote] of history) {
        time.ms += byMs;
        if (remote) observeStamp(airline, remote);
        const isBelieved = !isFromFuture(last, airline.clock.now());
        const next = nextStamp(airline);
        if (isBelieved) expect(compareStamps(last, next)).toBeLessThan(0);
        last = next;
      }
    }),
  );
});

it('is later than what it replaces, even where that came from a clock ahead of this one', () => {
  const airline = airlineAt({ ms: noon });
  const replaced = formatStamp({ ms: noon + 600_000, counter: 0xffff, airline: 'rumos' });
  const stamp = nextStamp(airline, replaced);
  expect(stamp).toBe('2026-12-01T12:10:00.001Z-0000-giro');
});

it('begins again at a clock that was an hour ahead and is set right', () => {
  const time = { ms: noon + 3_600_000 };
  const airline = airlineAt(time);
  nextStamp(airline);
  time.ms = noon;
  expect(nextStamp(airline)).toBe('2026-12-01T12:00:00.000Z-0000-giro');
  time.ms = noon + 3_600_000;
  nextStamp(airline);
  time.ms = noon;
  const remote = formatStamp({ ms: noon + 1_000, counter: 7, airline: 'rumos' });
  expect(observeStamp(airline, remote).ok).toBe(true);
  expect(nextStamp(airline)).toBe('2026-12-01T12:00:01.000Z-0009-giro');
});

it('is later than what it has observed', () => {
  const airline = airlineAt({ ms: noon });
  const remote = formatStamp({ ms: noon + 5_000, counter: 4, airline: 'rumos' });
  expect(observeStamp(airline, remote).ok).toBe(true);
  expect(compareStamps(remote, nextStamp(airline))).toBeLessThan(0);
});

it('does not follow a clock that is wrong', () => {
  const airline = airlineAt({ ms: noon });
  const remote = formatStamp({ ms: noon + 60_001, counter: 0, airline: 'rumos' });
  expect(observeStamp(airline, remote)).toEqual({ ok: false, fault: 'drift' });
  expect(nextStamp(airline)).toBe('2026-12-01T12:00:00.000Z-0000-giro');
});
