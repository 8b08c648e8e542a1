import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log';

/** Something that is done again and again until the airline stops. `stop` resolves when the last round has ended. */
export type Loop = { stop(): Promise<void> };

/** `wake` ends the pause; during a round, or in the gap after it, it makes the next one follow. */
export type WakefulLoop = Loop & { wake(): void };

export type LoopParts = {
  /** For the log: "changes of giro". */
  name: string;
  log: Log;
  /** One round; rounds never overlap. A rejection is logged once, until a round succeeds again. */
  round(signal: AbortSignal): Promise<unknown>;
  pauseMs(): number;
  /** So long nothing wakes it after the round that has just ended: many wakes in that time are one round. Default 0. */
  gapMs?(): number;
};

/** Runs a round at once and again after each pause. Does not keep the process alive. */
export function startLoop({ name, log, round, pauseMs, gapMs = () => 0 }: LoopParts): WakefulLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isFailing = false;
  let isWoken = false;
  let pausing: AbortController | null = null;

  async function runRound(): Promise<void> {
    try {
      await round(signal);
      if (isFailing) log('info', `${name}: works again`);
      isFailing = false;
    } catch (error) {
      if (!isFailing && !signal.aborted)
        log('warn', `${name}: failed, tried again until it works`, { error });
      isFailing = true;
    }
  }

  async function pauseUntilWoken(): Promise<void> {
    await pause(gapMs(), signal);
    if (isWoken || signal.aborted) return;
    pausing = new AbortController();
    await pause(pauseMs(), pausing.signal);
    pausing = null;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      isWoken = false;
      await runRound();
      await pauseUntilWoken();
    }
  }

  function wake(): void {
    isWoken = true;
    pausing?.abort();
  }

  const done = run();
  return {
    wake,
    stop: () => {
      stopping.abort();
      wake();
      return done;
    },
  };
}

/** Ends early, without an error, when the signal aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal }).catch(() => undefined);
}

/** Several loops as one. */
export function joinLoops(loops: readonly Loop[]): Loop {
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
