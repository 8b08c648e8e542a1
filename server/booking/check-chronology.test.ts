import { describe, expect, it } from 'vitest';
import type { Leg } from '../domain/leg';
import { checkChronology } from './check-chronology';

/** A leg in the air between two hours of one day. */
function flying(fromHour: number, toHour: number): Leg {
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 10, hour));
  return { departsAt: at(fromHour), arrivesAt: at(toHour) } as Leg;
}

describe('the order of a trip’s legs', () => {
  it('is that in which they fly', () => {
    expect(() => checkChronology([flying(8, 10), flying(11, 13), flying(20, 22)])).not.toThrow();
  });

  it('lets a leg begin at the minute at which the one before ends, as a technical stop does', () => {
    expect(() => checkChronology([flying(8, 10), flying(10, 12)])).not.toThrow();
  });

  it.each([
    ['another order', [flying(11, 13), flying(8, 10)]],
    ['two at one time', [flying(8, 10), flying(9, 11)]],
    ['one twice', [flying(8, 10), flying(8, 10)]],
  ])('is not %s', (_which, legs) => {
    expect(() => checkChronology(legs)).toThrow('ITINERARY_IMPOSSIBLE');
  });
});
