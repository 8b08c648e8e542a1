import type { Itinerary } from '@/server/domain/itinerary';
import type { Leg, LegId } from '@/server/domain/leg';
import { type LegView, legView } from './leg-view';

/** An itinerary as it crosses the wire; `totalFareCents` for all passengers of the query, `pareto` as in the query's answer. */
export type ItineraryView = Omit<Itinerary, 'legs'> & {
  /** False when an airline of it cannot be reached: shown, not for sale. */
  bookable: boolean;
  legs: LegView[];
};

/** Adds what people read: local times. */
export function itineraryView({ legs, ...itinerary }: Itinerary, bookable: boolean): ItineraryView {
  return { ...itinerary, bookable, legs: legs.map(legView) };
}

/** The same of a whole list, whose itineraries share most of their legs: each leg is worked out once. */
export function itineraryViews(itineraries: readonly Itinerary[], bookable: boolean): ItineraryView[] {
  const views = new Map<LegId, LegView>();
  const viewOf = (leg: Leg): LegView => {
    const view = views.get(leg.legId) ?? legView(leg);
    views.set(leg.legId, view);
    return view;
  };
  return itineraries.map(({ legs, ...itinerary }) => ({ ...itinerary, bookable, legs: legs.map(viewOf) }));
}
