import type { Clock } from '@/server/clock';

/** A clock that moves only when told. */
export type HandClock = Clock & { advance(ms: number): void };

export function createHandClock(start = '2026-11-20T12:00:00Z'): HandClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
  };
}
