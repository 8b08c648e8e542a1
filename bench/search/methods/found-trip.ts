import { type Itinerary, itineraryIdOf } from '@/server/domain/itinerary';

/** What every method answers, whatever it makes of it: fare of one passenger, minutes from first departure to last arrival. */
export type FoundTrip = { id: string; fareCents: number; durationMinutes: number; stops: number };

type Measures = Pick<FoundTrip, 'fareCents' | 'durationMinutes' | 'stops'>;

/**
 * At least as good in all three and better in one; equals stay beside each other. The search has the same rule, and is not
 * asked for it: whoever is compared with it must not share its mistakes.
 */
export function beats(a: Measures, b: Measures): boolean {
  return (
    a.fareCents <= b.fareCents &&
    a.durationMinutes <= b.durationMinutes &&
    a.stops <= b.stops &&
    (a.fareCents < b.fareCents || a.durationMinutes < b.durationMinutes || a.stops < b.stops)
  );
}

/** Puts a trip into a front where it belongs, and takes out what it beats. */
export function enterFront<Trip extends Measures>(front: Trip[], trip: Trip): void {
  if (front.some((kept) => beats(kept, trip))) return;
  let kept = 0;
  for (const other of front) if (!beats(trip, other)) front[kept++] = other;
  front.length = kept;
  front.push(trip);
}

/** The product's itineraries in the words of this comparison. */
export function tripsOf(itineraries: readonly Itinerary[], passengers: number): FoundTrip[] {
  return itineraries.map(({ legs, totalFareCents, durationMinutes, stops }) => ({
    id: itineraryIdOf(legs),
    fareCents: totalFareCents / passengers,
    durationMinutes,
    stops,
  }));
}

/** The same set of trips, measures included, in whatever order. */
export function sameTrips(a: readonly FoundTrip[], b: readonly FoundTrip[]): boolean {
  const lines = (trips: readonly FoundTrip[]) =>
    trips
      .map(({ id, fareCents, durationMinutes, stops }) => `${id} ${fareCents} ${durationMinutes} ${stops}`)
      .sort()
      .join('\n');
  return a.length === b.length && lines(a) === lines(b);
}
