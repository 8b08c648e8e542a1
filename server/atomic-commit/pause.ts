import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Waits so many milliseconds, less when the signal is aborted; never rejects. Tests bring their own. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Real time. A pause keeps no process alive, and any number of them may listen to one signal. */
export const systemPause: Pause = (ms, signal) => {
  setMaxListeners(0, signal);
  return delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
};
