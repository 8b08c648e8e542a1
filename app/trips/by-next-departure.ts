import type { Booking } from '@/server/domain/booking';

function firstDepartureOf({ parts, bookedAt }: Booking): string {
  const departures = parts.flatMap((part) => part.legs).map((leg) => leg.departsAt);
  return departures.toSorted()[0] ?? bookedAt;
}

/** Orders trips by their first departure, soonest first. Instants are ISO 8601 UTC and sort as text. */
export function byNextDeparture(a: Booking, b: Booking): number {
  return firstDepartureOf(a) < firstDepartureOf(b) ? -1 : 1;
}
