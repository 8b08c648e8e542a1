import { findFront, findLowestFare } from '@/server/search/find-itineraries';
import type { LegIndex } from '@/server/search/leg-index/leg-index';
import type { BenchQuery } from './network/draw-queries';

/** Milliseconds of each search, and how many ended by their budget. */
export type LongSearches = { latenciesMs: number[]; truncated: number };

/** The front with at most three stops. */
export function measureThreeStops(index: LegIndex, queries: readonly BenchQuery[]): LongSearches {
  const searches: LongSearches = { latenciesMs: [], truncated: 0 };
  for (const { query } of queries) {
    const begunAt = performance.now();
    const { truncated } = findFront(index, { ...query, maxStops: 3 });
    searches.latenciesMs.push(performance.now() - begunAt);
    if (truncated) searches.truncated += 1;
  }
  return searches;
}

/** Milliseconds of a fare calendar: the lowest fare of each of these days, at most two stops. */
export function measureCalendars(
  index: LegIndex,
  queries: readonly BenchQuery[],
  days: readonly string[],
): number[] {
  return queries.map(({ query }) => {
    const begunAt = performance.now();
    for (const date of days) findLowestFare(index, { ...query, date });
    return performance.now() - begunAt;
  });
}
