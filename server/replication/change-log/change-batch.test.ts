import { expect, it } from 'vitest';
import { testSignatures } from '../../testing/signatures';
import { type ChangeBatch, isBatchSigned, signBatch } from './change-batch';

const batch = signBatch(testSignatures('rumos'), {
  origin: 'rumos',
  epoch: 1,
  firstSeq: 7,
  lastSeq: 8,
  stamp: '2026-12-01T12:00:00.000Z-0000-rumos',
  body: '[{"entity":"leg"},{"entity":"leg"}]',
});
const atGiro = testSignatures('giro');

it('is recognised by whoever has it, from whomever', () => {
  expect(isBatchSigned(atGiro, JSON.parse(JSON.stringify(batch)))).toBe(true);
});

it.each<[string, Partial<ChangeBatch>]>([
  ['origin', { origin: 'boreal' }],
  ['epoch', { epoch: 2 }],
  ['first place', { firstSeq: 6 }],
  ['last place', { lastSeq: 9 }],
  ['stamp', { stamp: '2026-12-01T12:00:00.000Z-0001-rumos' }],
  ['body', { body: `${batch.body} ` }],
  ['key', { kid: testSignatures('boreal').sign('x').kid }],
  ['signature', { signature: testSignatures('boreal').sign('x').signature }],
])('is not, when its %s has been changed', (_what, fields) => {
  expect(isBatchSigned(atGiro, { ...batch, ...fields })).toBe(false);
});

it('cannot be made of a signature for something else with the same body', () => {
  expect(isBatchSigned(atGiro, { ...batch, ...testSignatures('rumos').sign(batch.body) })).toBe(false);
});
