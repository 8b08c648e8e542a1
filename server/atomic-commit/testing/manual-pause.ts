import type { Pause } from '../pause';

/** Time that passes when the test says so: every pause waits here until it is ended or its signal fires. */
export class ManualPauses {
  private waiting = new Set<{ ms: number; end: () => void }>();

  readonly pause: Pause = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const waiter = {
        ms,
        end: () => {
          this.waiting.delete(waiter);
          signal.removeEventListener('abort', waiter.end);
          resolve();
        },
      };
      signal.addEventListener('abort', waiter.end, { once: true });
      this.waiting.add(waiter);
    });

  /** Lengths of the pauses that somebody is in, in milliseconds. */
  lengths(): number[] {
    return [...this.waiting].map(({ ms }) => ms);
  }

  /** Ends every pause that would not last longer than this. */
  endUpTo(ms: number): void {
    for (const waiter of [...this.waiting]) if (waiter.ms <= ms) waiter.end();
  }
}
