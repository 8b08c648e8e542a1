import { describe, expect, it } from 'vitest';
import type { AirlineCode } from '../domain/airline-code';
import { isMajority, oneAcknowledgementDecides } from './transaction';

const members = (count: number) => Array.from({ length: count }, (_, i) => `airline ${i}`) as AirlineCode[];

describe('a majority', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [7, 4],
  ])('of %i members is %i', (count, majority) => {
    expect(isMajority(majority, members(count))).toBe(true);
    expect(isMajority(majority - 1, members(count))).toBe(false);
  });

  it('of up to three is the coordinator and one more', () => {
    const deciding = [2, 3, 4, 5].filter((count) =>
      oneAcknowledgementDecides({ airline: 'giro', members: members(count) }),
    );
    expect(deciding).toEqual([2, 3]);
  });
});
