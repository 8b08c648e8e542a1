import { expect, test } from 'vitest';
import { waitUntil } from '@/scripts/wait-until';
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

test('a wake ends the pause, and one during a round makes another follow', async () => {
  let rounds = 0;
  let begun = () => {};
  const loop = startLoop({
    ...quick,
    pauseMs: () => 60_000,
    round: async () => {
      rounds += 1;
      if (rounds === 2) loop.wake();
      begun();
    },
  });
  const third = new Promise<void>((resolve) => {
    begun = () => {
      if (rounds === 3) resolve();
    };
  });
  await new Promise((resolve) => setImmediate(resolve));
  loop.wake();
  await third;
  await loop.stop();
  expect(rounds).toBe(3);
});

test('many wakes in the gap after a round are one round', async () => {
  let rounds = 0;
  const loop = startLoop({
    ...quick,
    gapMs: () => 20,
    pauseMs: () => 60_000,
    round: async () => {
      rounds += 1;
      if (rounds > 1) return;
      for (let wake = 0; wake < 10; wake += 1) setTimeout(() => loop.wake(), wake);
    },
  });
  expect(await waitUntil(() => rounds === 2, 15_000, 1)).toBe(true);
  await loop.stop();
  expect(rounds).toBe(2);
});
