import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AirlineCode } from '../domain/airline-code';
import type { Vote } from './events';
import { beginPreparePhase, onVoteReceived, type PreparePhase, type Verdict } from './prepare-phase';

const all: AirlineCode[] = ['rumos', 'giro', 'boreal'];
const yes: Vote = { kind: 'yes' };
const no: Vote = { kind: 'no', refusal: { code: 'SEAT_TAKEN', airline: 'giro', legId: 'leg', seat: '1A' } };

function afterVotes(
  held: boolean,
  votes: [AirlineCode, Vote | null][],
): { phase: PreparePhase; verdict: Verdict } {
  let now = beginPreparePhase(all, held);
  for (const [from, vote] of votes) now = onVoteReceived(now.phase, from, vote);
  return now;
}

describe('the prepare phase', () => {
  it('asks one after the other in the given order when seats are not held', () => {
    expect(beginPreparePhase(all, false).verdict).toEqual({ kind: 'ask', airlines: ['rumos'] });
    expect(afterVotes(false, [['rumos', yes]]).verdict).toEqual({ kind: 'ask', airlines: ['giro'] });
    const two: [AirlineCode, Vote][] = [
      ['rumos', yes],
      ['giro', yes],
    ];
    expect(afterVotes(false, two).verdict).toEqual({ kind: 'ask', airlines: ['boreal'] });
    expect(afterVotes(false, [...two, ['boreal', yes]]).verdict).toEqual({ kind: 'all-prepared' });
  });

  it('asks all at once when the customer holds every seat', () => {
    expect(beginPreparePhase(all, true).verdict).toEqual({ kind: 'ask', airlines: all });
    expect(
      afterVotes(true, [
        ['boreal', yes],
        ['rumos', yes],
      ]).verdict,
    ).toEqual({ kind: 'wait' });
  });

  it('gives up at the first no, with its reason', () => {
    if (no.kind !== 'no') throw new Error('a no');
    expect(
      afterVotes(true, [
        ['rumos', yes],
        ['giro', no],
      ]).verdict,
    ).toEqual({ kind: 'give-up', refusal: no.refusal });
  });

  it('gives up when an airline does not answer, and names it', () => {
    const refusal = { code: 'AIRLINE_OFFLINE', airline: 'boreal' };
    expect(afterVotes(true, [['boreal', null]]).verdict).toEqual({ kind: 'give-up', refusal });
  });

  it('never says that all are prepared unless each participant has said yes, however often and late votes come', () => {
    const vote = fc.constantFrom<Vote | null>(yes, yes, yes, no, null);
    const answers = fc.array(fc.tuple(fc.constantFrom(...all), vote), { maxLength: 12 });
    fc.assert(
      fc.property(fc.boolean(), answers, (held, votes) => {
        let now = beginPreparePhase(all, held);
        const agreed = new Set<AirlineCode>();
        for (const [from, answer] of votes) {
          now = onVoteReceived(now.phase, from, answer);
          if (answer?.kind === 'yes') agreed.add(from);
          if (now.verdict.kind === 'all-prepared') expect([...agreed].sort()).toEqual([...all].sort());
          if (answer?.kind !== 'yes') expect(now.verdict.kind).toBe('give-up');
        }
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
