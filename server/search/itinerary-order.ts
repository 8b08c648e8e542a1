import type { ItinerarySort } from '@/server/domain/itinerary';

/** What an itinerary is judged by. Fare of one passenger in centavos; departure in minutes since 1970 UTC. */
export type Measures = { fareCents: number; durationMinutes: number; stops: number; departsMinute: number };

/**
 * What one unit of each measure adds to the score that a sort ranks by, lower first. No weight is negative, so that the
 * score of a lower bound is a lower bound of the score.
 */
export type Weights = { cent: number; minute: number; stop: number; departure: number };

/** "Best" weighs money against time: an hour is worth R$ 30 to a leisure traveller, and each stop R$ 60 of trouble. */
export const weightsBySort: Record<ItinerarySort, Weights> = {
  price: { cent: 1, minute: 0, stop: 0, departure: 0 },
  duration: { cent: 0, minute: 1, stop: 0, departure: 0 },
  departure: { cent: 0, minute: 0, stop: 0, departure: 1 },
  best: { cent: 1, minute: 50, stop: 6_000, departure: 0 },
};

export function scoreOf(weights: Weights, measures: Measures): number {
  return (
    weights.cent * measures.fareCents +
    weights.minute * measures.durationMinutes +
    weights.stop * measures.stops +
    weights.departure * measures.departsMinute
  );
}

/** The sort, then fare, duration and stops, then departure; 0 when only leg ids can tell the two apart. */
export function compareMeasures(weights: Weights, a: Measures, b: Measures): number {
  return (
    scoreOf(weights, a) - scoreOf(weights, b) ||
    a.fareCents - b.fareCents ||
    a.durationMinutes - b.durationMinutes ||
    a.stops - b.stops ||
    a.departsMinute - b.departsMinute
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
