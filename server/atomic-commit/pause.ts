import { setTimeout as delay } from 'node:timers/promises';

/** Waits so many milliseconds, less when the signal is aborted; never rejects. Tests bring their own. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Real time. A pause keeps no process alive. */
export const systemPause: Pause = (ms, signal) =>
  delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
