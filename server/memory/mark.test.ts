import { describe, expect, it } from 'vitest';
import { forgottenSince, isNews, type Memory } from './mark';

const memory: Memory = {
  epoch: 2,
  runs: [
    { run: 'first', startedAtLsn: 0 },
    { run: 'second', startedAtLsn: 500 },
    { run: 'third', startedAtLsn: 900 },
  ],
};
const mark = (run: string, lsn: number, epoch = 2) => ({ epoch, run, lsn });

describe('a memory has forgotten nothing', () => {
  it.each([
    ['of the run that goes on', mark('third', 5_000)],
    ['of a run that ended where the next one began', mark('second', 900)],
    ['of an earlier run', mark('first', 10)],
    ['of an epoch before a recovery, whatever was seen then', mark('elsewhere', 9_999, 1)],
  ])('%s', (_, seen) => {
    expect(forgottenSince(memory, seen)).toBeNull();
  });
});

describe('a memory has forgotten', () => {
  it('the end of a run, when the next one went on from an earlier place', () => {
    expect(forgottenSince(memory, mark('second', 901))).toContain('went on from 900');
  });

  it('a run that it does not know, however far it has written since', () => {
    expect(forgottenSince(memory, mark('elsewhere', 1))).toContain('unknown');
  });

  it('a recovery', () => {
    expect(forgottenSince(memory, mark('third', 1, 3))).toContain('epoch 3');
  });
});

it('of two copies that run at once, one has forgotten what the other did', () => {
  const copied = [{ run: 'original', startedAtLsn: 0 }];
  const copy = { epoch: 1, runs: [...copied, { run: 'copy', startedAtLsn: 100 }] };
  const original = { epoch: 1, runs: copied };
  expect(forgottenSince(copy, { epoch: 1, run: 'original', lsn: 101 })).not.toBeNull();
  expect(forgottenSince(original, { epoch: 1, run: 'copy', lsn: 100 })).not.toBeNull();
});

it('only what goes further is news', () => {
  expect(isNews(mark('third', 1), null)).toBe(true);
  expect(isNews(mark('third', 2), mark('third', 1))).toBe(true);
  expect(isNews(mark('third', 1), mark('third', 1))).toBe(false);
  expect(isNews(mark('third', 1), mark('second', 9))).toBe(true);
  expect(isNews(mark('first', 0, 3), mark('third', 9))).toBe(true);
  expect(isNews(mark('third', 99, 1), mark('first', 0))).toBe(false);
});
