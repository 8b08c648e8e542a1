import { describe, expect, it } from 'vitest';
import type { Attempt, Contest, Prize } from './contest';
import { judge, tally } from './judge';

const prize: Prize = {
  legs: [{ legId: 'rumos:1:2026-12-01:GRU', seats: ['1A'] }],
  passengers: [],
  contact: { email: 'ana@example.com' },
  quotedTotalCents: 1,
};
const contest: Contest = { name: 'one seat', prizes: [prize], buyersPerSite: 1 };

function attempt(told: Partial<Attempt>): Attempt {
  return {
    prize,
    site: 'giro',
    idempotencyKey: 'k',
    statuses: [200],
    outcome: 'refused',
    recordLocator: null,
    refusal: { code: 'SEAT_TAKEN' },
    seconds: 1,
    ...told,
  };
}

const won = attempt({ outcome: 'confirmed', refusal: null, recordLocator: 'RBBBBB' });
const lost = attempt({});

describe('the judge of a contest', () => {
  it('finds nothing wrong with one winner, and losers who hear why', () => {
    expect(judge(contest, [won, lost, attempt({ refusal: { code: 'SEAT_CONTESTED' } })])).toEqual([]);
  });

  it.each([
    ['nobody wins', [lost, lost], '0 winners of rumos:1:2026-12-01:GRU 1A'],
    ['two win', [won, won, lost], '2 winners of rumos:1:2026-12-01:GRU 1A'],
    [
      'a loser hears something else',
      [won, attempt({ refusal: { code: 'AIRLINE_OFFLINE' } })],
      /AIRLINE_OFFLINE/,
    ],
    ['an answer never comes', [won, attempt({ outcome: 'no answer' })], /no answer/],
    ['a purchase stays undecided', [won, attempt({ outcome: 'pending' })], /pending/],
    ['a server fails, even if it recovers', [won, attempt({ statuses: [500, 200] })], /500/],
  ])('objects when %s', (_what, attempts, fault) => {
    const faults = judge(contest, attempts);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });
});

it('counts the most frequent first', () => {
  expect(Object.entries(tally([200, 503, 200]))).toEqual(
    expect.arrayContaining([
      ['200', 2],
      ['503', 1],
    ]),
  );
});
