import type { ItinerarySort } from '@/server/domain/itinerary';
import { type Candidate, compareCandidates, dominates, type Measures, scoreOf } from './itinerary-order';

/** The candidates worth keeping while a search runs: the Pareto front so far, and the best `limit` by the sort. */
export type Shortlist = { sort: ItinerarySort; limit: number; front: Candidate[]; best: Candidate[] };

/** An empty shortlist. */
export function createShortlist(sort: ItinerarySort, limit: number): Shortlist {
  return { sort, limit, front: [], best: [] };
}

/**
 * Whether a candidate whose measures are at least `bound` could still enter. "No" is final, because what is kept only
 * improves.
 */
export function mayEnter({ sort, limit, front, best }: Shortlist, bound: Measures): boolean {
  const worst = best[limit - 1];
  if (!worst || scoreOf(sort, bound) <= scoreOf(sort, worst)) return true;
  return !front.some((kept) => dominates(kept, bound));
}

/** Keeps a candidate in whichever of the two it belongs. */
export function offer(shortlist: Shortlist, candidate: Candidate): void {
  offerToFront(shortlist, candidate);
  offerToBest(shortlist, candidate);
}

/**
 * The front, then the best of the others, each in the order of the sort; no more than the limit together. `best` holds
 * enough: at most as many of its members stand on the front as the front takes of the places.
 */
export function ranked({ sort, limit, front, best }: Shortlist): { candidate: Candidate; pareto: boolean }[] {
  const onFront = new Set(front);
  const others = best.filter((candidate) => !onFront.has(candidate));
  return [
    ...front
      .toSorted((a, b) => compareCandidates(sort, a, b))
      .map((candidate) => ({ candidate, pareto: true })),
    ...others.map((candidate) => ({ candidate, pareto: false })),
  ].slice(0, limit);
}

function offerToFront(shortlist: Shortlist, candidate: Candidate): void {
  if (shortlist.front.some((kept) => dominates(kept, candidate))) return;
  shortlist.front = shortlist.front.filter((kept) => !dominates(candidate, kept));
  shortlist.front.push(candidate);
}

function offerToBest({ sort, limit, best }: Shortlist, candidate: Candidate): void {
  let place = best.length;
  while (place > 0) {
    const before = best[place - 1];
    if (before && compareCandidates(sort, before, candidate) < 0) break;
    place -= 1;
  }
  if (place >= limit) return;
  best.splice(place, 0, candidate);
  if (best.length > limit) best.pop();
}
