import type { Measurement } from './measure';

export type Summary = { perSecond: number; p50Ms: number; p99Ms: number; bought: number };

/** The value that this share of all values does not exceed (nearest rank); NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function summaryOf({ latenciesMs, elapsedMs }: Measurement): Summary {
  return {
    perSecond: (latenciesMs.length * 1_000) / elapsedMs,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    bought: latenciesMs.length,
  };
}
