import { EventEmitter } from 'node:events';

/**
 * Wakes prepares that wait for a contested seat, within this process. A hint only: whoever wakes asks the database
 * again, and nobody waits longer than the time-out or one poll.
 */
const place = globalThis as { passcomReleases?: EventEmitter };

/** Decisions taken by another process on the same database are seen after this at the latest. */
const pollMs = 500;

function releases(): EventEmitter {
  place.passcomReleases ??= new EventEmitter().setMaxListeners(0);
  return place.passcomReleases;
}

/** Tells the waiters of these legs that claims on them have changed. */
export function signalRelease(legIds: readonly string[]): void {
  for (const legId of legIds) releases().emit(legId);
}

/** Resolves when claims on one of the legs change, after `timeoutMs`, or after one poll, whichever is first. */
export function waitForRelease(legIds: readonly string[], timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const emitter = releases();
    const done = () => {
      clearTimeout(timer);
      for (const legId of legIds) emitter.off(legId, done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(timeoutMs, pollMs));
    for (const legId of legIds) emitter.on(legId, done);
  });
}
