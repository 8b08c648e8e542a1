import type { Engine } from './engine';
import { systemPause } from './pause';

/** Tries start at this distance and double up to the cap, each ± 30 % so that peers are not asked in step. */
const firstPauseMs = 150;
const maxPauseMs = 5_000;
const jitter = 0.3;

export type Resend = {
  /** For the log: what is tried. */
  what: string;
  globalTransactionId: string;
  /** How often at most; for ever when absent. */
  attempts?: number;
};

/** Tries `once` until it returns true, the process stops, or the attempts are used up. Never throws. */
export async function resend(
  { airline, pause = systemPause }: Engine,
  { what, globalTransactionId, attempts = Number.POSITIVE_INFINITY }: Resend,
  once: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 0; attempt < attempts && !airline.stopping.aborted; attempt++) {
    try {
      if (await once()) return;
    } catch (error) {
      if (attempt === 0)
        airline.log('warn', `${what} failed, will try again`, { globalTransactionId, error });
    }
    const steps = Math.min(firstPauseMs * 2 ** attempt, maxPauseMs);
    const factor = 1 - jitter + (2 * jitter * airline.ids.randomIndex(1_000)) / 1_000;
    await pause(steps * factor, airline.stopping);
  }
}
