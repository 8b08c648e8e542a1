import { describe, expect, it } from 'vitest';
import type { Leg } from '../domain/leg';
import { findObstacle } from './draft-obstacle';

const now = new Date('2026-12-10T06:00:00.000Z');

/** A leg in the air between two hours of one day. */
function flying(fromHour: number, toHour: number, status: Leg['status'] = 'scheduled'): Leg {
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 10, hour));
  return {
    legId: `from ${fromHour}`,
    departsAt: at(fromHour),
    arrivesAt: at(toHour),
    status,
  } as unknown as Leg;
}

describe('what has become of a draft’s legs', () => {
  it('is nothing while they can be sold and flown', () => {
    expect(findObstacle([flying(8, 10), flying(11, 13)], now)).toBeNull();
  });

  it.each([
    ['one is cancelled', [flying(8, 10), flying(11, 13, 'cancelled')], 'LEG_CANCELLED from 11'],
    ['one is closed for sale', [flying(7, 10), flying(11, 13)], 'CUT_OFF_PASSED from 7'],
    ['one was moved to before another ends', [flying(8, 12), flying(11, 13)], 'ITINERARY_IMPOSSIBLE from 11'],
  ])('is told when %s', (_what, legs, told) => {
    const { code, legId } = findObstacle(legs, now) ?? {};
    expect(`${code} ${legId}`).toBe(told);
  });

  it('is first that a leg is cancelled: of the others nothing needs to be said then', () => {
    const legs = [flying(7, 12), flying(11, 13, 'cancelled')];
    expect(findObstacle(legs, now)).toMatchObject({ code: 'LEG_CANCELLED' });
  });
});
