import { sequenceChanges } from '../change-log/sequence-changes';
import type { Replication } from '../entity';
import { type Loop, startLoop } from '../loop';
import { registerSpreader } from '../spread';
import { createHints } from './send-hints';

/** Finds what no wake tells of, such as changes by the command line. */
const quietMs = 500;

/** While something is noted: it may have had to wait for an older transaction. */
const busyMs = 100;

/**
 * After a round that found something: under load one batch, and one tx at each peer, for all that is noted meanwhile. A
 * round and its two applications cost about as much processor time as half a purchase.
 */
const gapMs = 250;

/** Sequences this airline's changes as they are noted, and tells the peers. */
export function startSequencerLoop(replication: Replication): Loop {
  const { airline } = replication;
  const hints = createHints(airline);
  let waiters: (() => void)[] = [];
  let isQuiet = true;
  let hasFound = false;

  async function round(signal: AbortSignal): Promise<void> {
    const waiting = waiters;
    waiters = [];
    const { entries, isBusy, ...sequenced } = await sequenceChanges(replication, {
      signal,
      tell: hints.tell,
    }).catch((error) => {
      // They have waited for this round, and would wait for none after it.
      for (const resolve of waiting) resolve();
      throw error;
    });
    hasFound = entries > 0;
    isQuiet = sequenced.isQuiet;
    if (isBusy) waiters.push(...waiting);
    else void hints.flushed().then(() => waiting.forEach((resolve) => void resolve()));
  }

  const loop = startLoop({
    name: 'own change log',
    log: airline.log,
    round,
    pauseMs: () => (isQuiet ? quietMs : busyMs),
    gapMs: () => (hasFound ? gapMs : 0),
  });
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
