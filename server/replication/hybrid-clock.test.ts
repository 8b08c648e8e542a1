import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airlineCodes } from '../domain/airline-code';
import {
  compareStamps,
  formatStamp,
  type HybridTime,
  isFromFuture,
  maxDriftMs,
  parseStamp,
  receive,
  type Stamped,
  stampAfter,
  stampSchema,
  tick,
} from './hybrid-clock';

const noon = Date.parse('2026-12-01T12:00:00.000Z');
const times: fc.Arbitrary<HybridTime> = fc.record({
  ms: fc.oneof(
    fc.integer({ min: 0, max: 253_402_300_799_999 }),
    fc.integer({ min: noon - 90_000, max: noon + 90_000 }),
  ),
  counter: fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xfffd, max: 0xffff })),
  airline: fc.constantFrom(...airlineCodes),
});
const stamps = times.map(formatStamp);

type Event =
  | { kind: 'tick' }
  | { kind: 'receive'; remote: HybridTime }
  /** Forward, not at all, or back by more than the drift limit. */
  | { kind: 'move clock'; byMs: number };

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.constant({ kind: 'tick' as const }),
  fc.record({ kind: fc.constant('receive' as const), remote: times }),
  fc.record({ kind: fc.constant('move clock' as const), byMs: fc.integer({ min: -180_000, max: 5_000 }) }),
);

/** Every result of a clock that lives through these events; after a fault it keeps its last stamp. */
function live(history: readonly Event[]): { last: string | null; remote: string | null; result: Stamped }[] {
  let last: string | null = null;
  let now = noon;
  const results = [];
  for (const event of history) {
    if (event.kind === 'move clock') {
      now = Math.max(0, now + event.byMs);
      continue;
    }
    const remote = event.kind === 'receive' ? formatStamp(event.remote) : null;
    const at = new Date(now);
    const result: Stamped = remote ? receive(last, remote, at, 'giro') : tick(last, at, 'giro');
    results.push({ last, remote, result });
    if (result.ok) last = result.stamp;
  }
  return results;
}

describe('a hybrid timestamp', () => {
  it('reads as it was written', () => {
    expect(formatStamp({ ms: Date.parse('2026-11-21T17:14:17.123Z'), counter: 3, airline: 'giro' })).toBe(
      '2026-11-21T17:14:17.123Z-0003-giro',
    );
    fc.assert(
      fc.property(times, (time) => {
        expect(parseStamp(formatStamp(time))).toEqual(time);
        expect(stampSchema.parse(formatStamp(time))).toBe(formatStamp(time));
      }),
    );
  });

  it('stands in the order of its text', () => {
    fc.assert(
      fc.property(stamps, stamps, (a, b) => {
        expect(Math.sign(compareStamps(a, b))).toBe(a === b ? 0 : a < b ? -1 : 1);
      }),
    );
  });

  it.each([
    '',
    '2026-11-21T17:14:17.123Z-0003-panair',
    '2026-11-21T17:14:17.123Z-3-giro',
    '2026-11-21T17:14:17.123Z-000G-giro',
    '2026-02-30T17:14:17.123Z-0003-giro',
    '2026-11-21T17:14:17Z-0003-giro',
    '2026-11-21T17:14:17.123Z-0003-giro ',
    '+010000-01-01T00:00:00.000Z-0000-giro',
  ])('is not %j', (text) => expect(stampSchema.safeParse(text).success).toBe(false));
});

describe('the clock', () => {
  it('only moves forward, whatever it hears and however the wall clock jumps', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (history) => {
        for (const { last, remote, result } of live(history)) {
          if (!result.ok) continue;
          if (last) expect(compareStamps(last, result.stamp)).toBeLessThan(0);
          if (remote) expect(compareStamps(remote, result.stamp)).toBeLessThan(0);
        }
      }),
    );
  });

  it('is exactly the wall clock where that is ahead of everything', () => {
    const last = formatStamp({ ms: noon, counter: 7, airline: 'giro' });
    expect(tick(last, new Date(noon + 1), 'giro')).toEqual({
      ok: true,
      stamp: '2026-12-01T12:00:00.001Z-0000-giro',
    });
    expect(tick(null, new Date(noon), 'giro')).toEqual({
      ok: true,
      stamp: '2026-12-01T12:00:00.000Z-0000-giro',
    });
  });

  it('counts on in the highest millisecond that it has heard of', () => {
    const own = formatStamp({ ms: noon + 5, counter: 2, airline: 'giro' });
    const remote = formatStamp({ ms: noon + 5, counter: 9, airline: 'rumos' });
    expect(receive(own, remote, new Date(noon), 'giro')).toEqual({
      ok: true,
      stamp: '2026-12-01T12:00:00.005Z-000a-giro',
    });
    expect(tick(own, new Date(noon), 'giro')).toEqual({
      ok: true,
      stamp: '2026-12-01T12:00:00.005Z-0003-giro',
    });
  });

  it('does not follow a stamp more than a minute ahead', () => {
    const atLimit = formatStamp({ ms: noon + maxDriftMs, counter: 0, airline: 'rumos' });
    const beyond = formatStamp({ ms: noon + maxDriftMs + 1, counter: 0, airline: 'rumos' });
    expect(receive(null, atLimit, new Date(noon), 'giro').ok).toBe(true);
    expect(receive(null, beyond, new Date(noon), 'giro')).toEqual({ ok: false, fault: 'drift' });
    expect(tick(beyond, new Date(noon), 'rumos')).toEqual({ ok: false, fault: 'drift' });
    expect([atLimit, beyond].map((stamp) => isFromFuture(stamp, new Date(noon)))).toEqual([false, true]);
  });

  it('says so when a millisecond is full', () => {
    const full = formatStamp({ ms: noon, counter: 0xffff, airline: 'giro' });
    expect(tick(full, new Date(noon), 'giro')).toEqual({ ok: false, fault: 'overflow' });
    expect(receive(null, full, new Date(noon - 1), 'boreal')).toEqual({ ok: false, fault: 'overflow' });
    expect(tick(full, new Date(noon + 1), 'giro').ok).toBe(true);
    expect(stampAfter(full, 'giro')).toBe('2026-12-01T12:00:00.001Z-0000-giro');
  });

  it('answers every fault with a result', () => {
    fc.assert(
      fc.property(fc.option(stamps), stamps, fc.date({ noInvalidDate: true }), (last, remote, now) => {
        for (const result of [tick(last, now, 'giro'), receive(last, remote, now, 'giro')]) {
          if (!result.ok) expect(['drift', 'overflow']).toContain(result.fault);
        }
      }),
    );
  });
});
