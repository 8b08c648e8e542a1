import { describe, expect, it } from 'vitest';
import type { Attempt } from '../purchase-attempt';
import type { Offer } from '../seat-pool';
import type { FinalState } from './final-state';
import { type Evidence, judge } from './judge';

const offers: Offer[] = [
  { airline: 'rumos', legId: 'rumos:1:2026-12-01:GRU', seat: '1A', cents: 100 },
  { airline: 'giro', legId: 'giro:2:2026-12-03:GRU', seat: '2B', cents: 100 },
];

const confirmed: Attempt = {
  status: 'confirmed',
  globalTransactionId: 't1',
  recordLocator: 'RAAAAA',
  reason: null,
};
const refused: Attempt = {
  status: 'refused',
  globalTransactionId: 't1',
  recordLocator: null,
  reason: 'AIRLINE_OFFLINE',
};
const lost: Attempt = {
  status: 'unknown',
  globalTransactionId: null,
  recordLocator: null,
  reason: 'ECONNRESET',
};

/** What is found when these transactions have the two seats. */
function state(soldBy: [string | null, string | null], decision: string | null): FinalState {
  const holders = (['rumos', 'giro'] as const).map((airline) => ({ id: 't1', airline }));
  return {
    soldBy: new Map(offers.map((offer, index) => [offer, soldBy[index] ?? null])),
    odd: [],
    decisions: holders.map((holder) => ({ ...holder, decision })),
    bookings: decision === 'commit' ? holders : [],
  };
}

const sold = state(['t1', 't1'], 'commit');
const undone = state([null, null], 'abort');
const cast: Evidence['cast'] = {
  coordinator: 'rumos',
  participants: ['rumos', 'giro'],
  candidates: ['rumos'],
  refuser: null,
};
const kept: Evidence = { cast, offers, before: sold, after: sold, first: lost, final: confirmed };

describe('the judge of a cell', () => {
  it('is content with all sold and confirmed, and with nothing sold and refused', () => {
    expect(judge(kept)).toEqual([]);
    expect(judge({ ...kept, before: undone, after: undone, final: refused })).toEqual([]);
  });

  it.each<[string, Partial<Evidence>]>([
    ['one of two seats sold', { before: state(['t1', null], 'commit'), final: confirmed }],
    ['an undecided transaction', { after: state(['t1', 't1'], null) }],
    ['a confirmation of what is not sold', { before: undone, after: undone }],
    ['a refusal of what is sold', { final: refused }],
    ['an answer taken back', { first: refused }],
    ['no final answer', { final: lost }],
    ['a seat in between', { before: { ...sold, odd: ['prepared by t1'] } }],
    ['a booking that one of them does not know', { after: { ...sold, bookings: sold.bookings.slice(1) } }],
    [
      'decisions that differ',
      {
        after: {
          ...sold,
          decisions: [...sold.decisions, { id: 't1', airline: 'boreal', decision: 'abort' }],
        },
      },
    ],
  ])('finds %s', (_, changes) => {
    expect(judge({ ...kept, ...changes })).not.toEqual([]);
  });
});
