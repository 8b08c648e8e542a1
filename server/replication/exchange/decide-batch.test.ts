import { expect, it } from 'vitest';
import { startOfLog } from '../version-vector';
import { decideBatch } from './decide-batch';

const have = { epoch: 1, seq: 10 };
const batch = (firstSeq: number, lastSeq: number, epoch = 1) => ({ epoch, firstSeq, lastSeq });

it.each([
  ['next', batch(11, 12)],
  ['known', batch(9, 10)],
  ['gapped', batch(12, 12)],
  ['overlapping', batch(10, 11)],
  ['epoch', batch(11, 12, 2)],
])('is %s', (decision, told) => {
  expect(decideBatch(have, told)).toBe(decision);
});

it.each([1, 2])('begins a log of epoch %i at its first place, where nothing is here yet', (epoch) => {
  const first = startOfLog(epoch) + 1;
  expect(decideBatch(null, batch(first, first, epoch))).toBe('next');
  expect(decideBatch(null, batch(first + 1, first + 1, epoch))).toBe('gapped');
});
