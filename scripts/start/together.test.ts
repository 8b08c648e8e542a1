import { expect, test } from 'vitest';
import { together } from './together';

const never = new AbortController().signal;
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('results stand in the order of the tasks', async () => {
  const later = Promise.resolve().then(() => 'first');
  expect(await together<[string, string]>(never, [() => later, async () => 'second'])).toEqual([
    'first',
    'second',
  ]);
});

test('the first failure is thrown, after the others were told to end and have ended', async () => {
  let ended = false;
  const slow = (signal: AbortSignal) => untilAborted(signal).finally(() => (ended = true));
  await expect(together(never, [slow, async () => Promise.reject(new Error('broken'))])).rejects.toThrow(
    'broken',
  );
  expect(ended).toBe(true);
});

test('an abort from outside ends the tasks with its reason', async () => {
  const given = new AbortController();
  const running = together(given.signal, [untilAborted]);
  given.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});
