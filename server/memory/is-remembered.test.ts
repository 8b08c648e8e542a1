import { expect, it } from 'vitest';
import { isRemembered } from './is-remembered';
import type { Recollection } from './messages';

const recalled = (fields: Partial<Recollection>): Recollection => ({
  id: '0b9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d',
  coordinator: 'giro',
  manifest: {
    globalTransactionId: '0b9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d',
    coordinator: fields.coordinator ?? 'giro',
    participants: ['rumos', 'giro'],
    work: {},
  },
  manifestHash: 'a'.repeat(64),
  decision: null,
  accepted: null,
  isAcknowledged: false,
  bornAt: '2026-12-01T12:00:00.000Z',
  ...fields,
});
const row = { decision: null, participantState: 'none', accepted: null } as const;
const prepared = { ...row, participantState: 'prepared' } as const;
const freed = { ...row, decision: 'abort', participantState: 'freed' } as const;
const sold = {
  decision: 'commit',
  participantState: 'sold',
  accepted: { ballot: 0, value: 'commit' },
} as const;

it.each([
  ['a commit that it voted for is not there', recalled({ decision: 'commit' }), null],
  ['its acknowledgement is not there', recalled({ isAcknowledged: true }), null],
  ['its own transaction is not there', recalled({ coordinator: 'rumos' }), null],
  ['its vote for a commit is not there', recalled({ decision: 'commit' }), row],
  ['its vote is not there, and another has accepted the commit', recalled({ accepted: 'commit' }), null],
  ['its acceptance is not there', recalled({ isAcknowledged: true }), prepared],
  ['its own commit is not accepted there', recalled({ coordinator: 'rumos', decision: 'commit' }), prepared],
  [
    'it has aborted what is committed',
    recalled({ decision: 'commit' }),
    { ...row, decision: 'abort', participantState: 'freed' } as const,
  ],
])('has forgotten: %s', (_, recollection, known) => {
  expect(isRemembered('rumos', recollection, known)).toBe(false);
});

it.each([
  ['a transaction that it was perhaps never asked about', recalled({}), null],
  ['an abort that it was never told of', recalled({ decision: 'abort' }), null],
  ['a vote, with the commit still on its way', recalled({ decision: 'commit' }), prepared],
  ['a commit that was accepted, and lost to a ballot', recalled({ accepted: 'commit' }), freed],
  ['a sale', recalled({ decision: 'commit', isAcknowledged: true }), sold],
  ['its own transaction on its way', recalled({ coordinator: 'rumos' }), row],
])('has forgotten nothing: %s', (_, recollection, known) => {
  expect(isRemembered('rumos', recollection, known)).toBe(true);
});

it('a witness has forgotten nothing of a commit that it may not have heard of', () => {
  expect(isRemembered('boreal', recalled({ decision: 'commit' }), null)).toBe(true);
  expect(isRemembered('boreal', recalled({ decision: 'commit', isAcknowledged: true }), null)).toBe(false);
});
