import { sequenceChanges } from '../change-log/sequence-changes';
import type { Replication } from '../entity';
import { type Loop, startLoop } from '../loop';
import { registerSpreader } from '../spread';
import { createHints } from './send-hints';

/** Finds what no wake tells of: changes by the command line, and those that had to wait for an older transaction. */
const everyMs = 100;

/** Under load one round, and one tx, for all that is noted in this time. */
const gapMs = 20;

/** Sequences this airline's changes as they are noted, and tells the peers. */
export function startSequencerLoop(replication: Replication): Loop {
  const { airline } = replication;
  const hints = createHints(airline);
  let waiters: (() => void)[] = [];

  async function round(signal: AbortSignal): Promise<void> {
    const waiting = waiters;
    waiters = [];
    const { isBusy } = await sequenceChanges(replication, { signal, tell: hints.tell }).catch((error) => {
      // They have waited for this round, and would wait for none after it.
      for (const resolve of waiting) resolve();
      throw error;
    });
    if (isBusy) waiters.push(...waiting);
    else void hints.flushed().then(() => waiting.forEach((resolve) => void resolve()));
  }

  const loop = startLoop({ name: 'own change log', log: airline.log, round, pauseMs: () => everyMs, gapMs });
  const unregister = registerSpreader(airline, {
    wake: loop.wake,
    spread: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        loop.wake();
      }),
  });
  return {
    stop: async () => {
      unregister();
      await loop.stop();
      for (const resolve of waiters) resolve();
    },
  };
}
