import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AirlineCode } from '../domain/airline-code';
import { ballotAbove, ownerOf, valueToPropose } from './ballot';

const three: AirlineCode[] = ['rumos', 'giro', 'boreal'];
const five = [...three, 'aurora', 'litoral'] as AirlineCode[];
const alliances = fc.constantFrom(three, five);

describe('a recovery ballot', () => {
  it('is the lowest of its owner’s above everything seen', () => {
    fc.assert(
      fc.property(alliances, fc.nat(100), fc.nat(4), (members, seen, index) => {
        const airline = members[index % members.length] ?? 'rumos';
        const ballot = ballotAbove(seen, { airline, members });
        expect(ballot).toBeGreaterThan(seen);
        expect(ownerOf(ballot, { coordinator: 'rumos', members })).toBe(airline);
        const isNextBelowTooLow = ballot - members.length <= Math.max(seen, members.length - 1);
        expect(isNextBelowTooLow).toBe(true);
      }),
    );
  });

  it('0 is the coordinator’s, those below the number of members are nobody’s', () => {
    expect(ownerOf(0, { coordinator: 'boreal', members: three })).toBe('boreal');
    expect([1, 2].map((ballot) => ownerOf(ballot, { coordinator: 'boreal', members: three }))).toEqual([
      null,
      null,
    ]);
    expect(ownerOf(3, { coordinator: 'boreal', members: three })).toBe('rumos');
  });
});

describe('what a ballot may propose', () => {
  it('is abort when nobody has accepted anything', () => {
    expect(valueToPropose([null, null, null])).toBe('abort');
  });

  it('is what was accepted at the highest ballot, in whatever order it is told', () => {
    const accepted = [{ ballot: 0, value: 'commit' }, null, { ballot: 4, value: 'abort' }] as const;
    expect(valueToPropose(accepted)).toBe('abort');
    expect(valueToPropose(accepted.toReversed())).toBe('abort');
    expect(valueToPropose([null, { ballot: 0, value: 'commit' }])).toBe('commit');
  });
});
