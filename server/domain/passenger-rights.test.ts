import { describe, expect, it } from 'vitest';
import { cancellationRight, freeCancellationDeadline, refundCentsOf } from './passenger-rights';

const bookedAt = new Date('2026-12-01T12:00:00Z');
const hours = (count: number) => new Date(bookedAt.getTime() + count * 3_600_000);

describe('cancellation under Resolution 400', () => {
  it.each([
    { departsInHours: 7 * 24, afterHours: 0, kind: 'FREE_24H' },
    { departsInHours: 7 * 24, afterHours: 24, kind: 'FREE_24H' },
    { departsInHours: 7 * 24, afterHours: 24.001, kind: 'FARE_RULE' },
    { departsInHours: 7 * 24 - 0.001, afterHours: 0, kind: 'FARE_RULE' },
    { departsInHours: 90 * 24, afterHours: 25, kind: 'FARE_RULE' },
  ])(
    'booked $departsInHours h before departure and cancelled after $afterHours h is $kind',
    ({ departsInHours, afterHours, kind }) => {
      const facts = { bookedAt, firstDepartureAt: hours(departsInHours) };
      expect(cancellationRight(facts, hours(afterHours)).kind).toBe(kind);
    },
  );

  it('names no free deadline when bought within seven days', () => {
    expect(freeCancellationDeadline({ bookedAt, firstDepartureAt: hours(48) })).toBeNull();
  });

  it('rounds the fee in the passenger’s favour', () => {
    const right = cancellationRight({ bookedAt, firstDepartureAt: hours(48) }, hours(1));
    expect(refundCentsOf(101, right)).toBe(81);
    expect(refundCentsOf(0, right)).toBe(0);
  });
});
