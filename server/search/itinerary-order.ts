import type { ItinerarySort } from '@/server/domain/itinerary';
import type { IndexedLeg } from './leg-index';

/** What an itinerary is judged by. Fare of one passenger in centavos; departure in minutes since 1970 UTC. */
export type Measures = { fareCents: number; durationMinutes: number; stops: number; departsMinute: number };

export type Candidate = Measures & { legs: readonly IndexedLeg[] };

/** "Best" weighs money against time: an hour is worth R$ 30 to a leisure traveller, and each stop R$ 60 of trouble. */
const hourWorthCents = 3_000;
const stopTroubleCents = 6_000;

/**
 * The number that a sort ranks by, lower first. It never falls when fare, duration or stops rise, so that the score of
 * a lower bound is a lower bound of the score.
 */
export function scoreOf(sort: ItinerarySort, measures: Measures): number {
  switch (sort) {
    case 'price':
      return measures.fareCents;
    case 'duration':
      return measures.durationMinutes;
    case 'departure':
      return measures.departsMinute;
    case 'best':
      return (
        measures.fareCents +
        Math.round((measures.durationMinutes * hourWorthCents) / 60) +
        measures.stops * stopTroubleCents
      );
  }
}

/** Total order: the sort, then fare, duration and stops, then departure, then leg ids; the same list at every airline. */
export function compareCandidates(sort: ItinerarySort, a: Candidate, b: Candidate): number {
  return (
    scoreOf(sort, a) - scoreOf(sort, b) ||
    a.fareCents - b.fareCents ||
    a.durationMinutes - b.durationMinutes ||
    a.stops - b.stops ||
    a.departsMinute - b.departsMinute ||
    (itineraryId(a.legs) < itineraryId(b.legs) ? -1 : 1)
  );
}

/** At least as good in fare, duration and stops, and better in one of them. Equals do not dominate each other. */
export function dominates(a: Measures, b: Measures): boolean {
  return (
    a.fareCents <= b.fareCents &&
    a.durationMinutes <= b.durationMinutes &&
    a.stops <= b.stops &&
    (a.fareCents < b.fareCents || a.durationMinutes < b.durationMinutes || a.stops < b.stops)
  );
}

/** The leg ids joined by a bar. */
export function itineraryId(legs: readonly { legId: string }[]): string {
  return legs.map((leg) => leg.legId).join('|');
}
