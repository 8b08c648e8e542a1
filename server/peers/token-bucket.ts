/** Tokens refill steadily up to the burst. */
export type Allowance = { perSecond: number; burst: number };

export type TokenBuckets = {
  /** Takes one token of that name, or answers false when none is left. */
  take(name: string, now: Date): boolean;
};

/** One bucket per name, in memory. Names must come from a closed list, because buckets are never dropped. */
export function createTokenBuckets({ perSecond, burst }: Allowance): TokenBuckets {
  const buckets = new Map<string, { tokens: number; filledAt: number }>();

  function take(name: string, now: Date): boolean {
    const bucket = buckets.get(name) ?? { tokens: burst, filledAt: now.getTime() };
    // A clock that was set back refills nothing and takes nothing away.
    const elapsedSeconds = Math.max(0, now.getTime() - bucket.filledAt) / 1000;
    const tokens = Math.min(burst, bucket.tokens + elapsedSeconds * perSecond);
    const granted = tokens >= 1;
    buckets.set(name, { tokens: granted ? tokens - 1 : tokens, filledAt: now.getTime() });
    return granted;
  }

  return { take };
}
