import type { Leg } from './leg';

/** Ordered legs from origin to destination, one or more airlines. Money in centavos for all passengers of the query. */
export type Itinerary = {
  /** The leg ids joined by a bar: stable and the same at every airline. */
  id: string;
  legs: Leg[];
  totalFareCents: number;
  /** From first departure to last arrival. */
  durationMinutes: number;
  stops: number;
  /** Minutes on the ground between leg n and n+1. */
  connectionsMinutes: number[];
  /** On the exact Pareto front of (total fare, duration, stops)? */
  pareto: boolean;
};

/** Between the ids of the legs. */
const separator = '|';

/** Itineraries are known by their legs, in order. */
export function itineraryIdOf(legs: readonly { legId: string }[]): string {
  return legs.map(({ legId }) => legId).join(separator);
}

/** The ids of the legs, out of an itinerary's own. */
export function legIdsOf(itineraryId: string): string[] {
  return itineraryId.split(separator);
}

export const itinerarySorts = ['best', 'price', 'duration', 'departure'] as const;
export type ItinerarySort = (typeof itinerarySorts)[number];
