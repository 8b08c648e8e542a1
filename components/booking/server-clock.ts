/**
 * The server's time in the browser. Each instant that the server stated when it answered is an observation
 * `server − browser` that is too small by the time the answer was under way (or lay in a cache): so the largest one is
 * the best, and a page restored from the browser's history cannot turn the clock back.
 */

let bestOffsetMs: number | null = null;

/** Monotonic, unlike `Date.now()`, which jumps when somebody sets the clock. */
function browserNowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** The better of two observations of `server − browser`, in ms. */
export function betterOffset(known: number | null, observed: number): number {
  return known === null ? observed : Math.max(known, observed);
}

/** Takes an instant (ISO 8601 UTC) that the server just stated. */
export function observeServerTime(instant: string): void {
  bestOffsetMs = betterOffset(bestOffsetMs, Date.parse(instant) - browserNowMs());
}

/** The server's time now, in ms since the epoch; the browser's own until the first observation. */
export function serverNowMs(): number {
  return browserNowMs() + (bestOffsetMs ?? 0);
}
