import { expect, test } from 'vitest';
import { silentLog } from '../log';
import { startLoop } from './loop';

const quick = { name: 'test', log: silentLog, pauseMs: () => 1 };

test('rounds never overlap', async () => {
  let running = 0;
  let rounds = 0;
  let most = 0;
  await new Promise<void>((enough) => {
    const loop = startLoop({
      ...quick,
      round: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        rounds += 1;
        if (rounds === 3) void loop.stop().then(enough);
      },
    });
  });
  expect({ most, rounds }).toEqual({ most: 1, rounds: 3 });
});

test('stop waits for the round that is running and tells it', async () => {
  let ended = false;
  const loop = startLoop({
    ...quick,
    round: (signal) =>
      new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          setImmediate(() => {
            ended = true;
            resolve();
          });
        });
      }),
  });
  await loop.stop();
  expect(ended).toBe(true);
});
