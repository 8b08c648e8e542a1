import { expect, it } from 'vitest';
import { type ChangeEntry, maxBatchBytes, maxBatchEntries } from './change-batch';
import { cutBatches } from './cut-batches';

const entry = (id: string, text = ''): ChangeEntry => ({ entity: 'note', id, schema: 1, state: { text } });
const none = () => {
  throw new Error('nothing is too large here');
};
const idsIn = (body: string) => (JSON.parse(body) as ChangeEntry[]).map(({ id }) => id);

it('makes nothing of nothing', () => {
  expect(cutBatches([], none)).toEqual([]);
});

it('fills batches to the last entry and keeps the order', () => {
  const entries = Array.from({ length: maxBatchEntries * 2 + 1 }, (_, place) => entry(`${place}`));
  const bodies = cutBatches(entries, none);
  expect(bodies.map(({ count }) => count)).toEqual([500, 500, 1]);
  expect(bodies.flatMap(({ body }) => idsIn(body))).toEqual(entries.map(({ id }) => id));
});

it('begins a new one before one becomes too large in bytes, not in characters', () => {
  const text = '€'.repeat(maxBatchBytes / 7);
  const bodies = cutBatches([entry('a', text), entry('b', text), entry('c', text)], none);
  expect(bodies.map(({ count }) => count)).toEqual([2, 1]);
  for (const { body } of bodies) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBatchBytes);
});

it('fits the largest entry that a batch can have exactly, and leaves out and tells of a larger one', () => {
  const empty = Buffer.byteLength(JSON.stringify([entry('a')]));
  const largest = entry('a', 'x'.repeat(maxBatchBytes - empty));
  const larger = entry('b', 'x'.repeat(maxBatchBytes - empty + 1));
  const left: string[] = [];
  const bodies = cutBatches([largest, larger, entry('c')], ({ id }) => left.push(id));
  expect(bodies.map(({ body }) => idsIn(body))).toEqual([['a'], ['c']]);
  expect(Buffer.byteLength(bodies[0]?.body ?? '')).toBe(maxBatchBytes);
  expect(left).toEqual(['b']);
});
