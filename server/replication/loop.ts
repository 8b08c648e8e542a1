import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log';

/** Something that is done again and again until the airline stops. `stop` resolves when the last round has ended. */
export type Loop = { stop(): Promise<void> };

export type LoopParts = {
  /** For the log: "catalogue of giro". */
  name: string;
  log: Log;
  /** One round; rounds never overlap. A rejection is logged once, until a round succeeds again. */
  round(signal: AbortSignal): Promise<unknown>;
  pauseMs(): number;
};

/** Runs a round at once and again after each pause. Does not keep the process alive. */
export function startLoop({ name, log, round, pauseMs }: LoopParts): Loop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isFailing = false;

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

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await runRound();
      await pause(pauseMs(), signal);
    }
  }

  const done = run();
  return {
    stop: () => {
      stopping.abort();
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
