import { expect, it } from 'vitest';
import { emptyReport } from '@/server/memory/recover/report';
import { describeRecovery } from './describe-recovery';

it('says so when there is nothing to recover', () => {
  expect(describeRecovery('rumos', null)).toEqual(['rumos remembers everything: nothing to recover']);
});

it('counts what was taken over and lists what a person has to look at', () => {
  const report = {
    ...emptyReport(['boreal']),
    committed: 3,
    withoutPassengers: ['GNK5QD'],
    conflicts: ['GNK5QD: seat 1A of rumos:101:2026-12-22:RBR belongs to another sale'],
  };
  expect(describeRecovery('rumos', report)).toEqual([
    'Taken over: 3 commits, 0 aborts, 0 sales of rumos alone.',
    'Without boreal: what only they knew is given up.',
    'Ask the customer or the issuing airline for the passengers of (1):',
    '  GNK5QD',
    'Look at (1):',
    '  GNK5QD: seat 1A of rumos:101:2026-12-22:RBR belongs to another sale',
  ]);
});
