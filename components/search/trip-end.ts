import { homeZone, offsetMinutes } from '@/server/domain/local-time';
import type { LegView } from '@/server/search/leg-view';

/** A place and time at which a leg begins or ends. */
export type TripEnd = { iata: string; local: string; instant: string; zone: string };

export function departureOf(leg: LegView): TripEnd {
  return { iata: leg.from, local: leg.departsLocal, instant: leg.departsAt, zone: leg.departsZone };
}

export function arrivalOf(leg: LegView): TripEnd {
  return { iata: leg.to, local: leg.arrivesLocal, instant: leg.arrivesAt, zone: leg.arrivesZone };
}

const minutesPerHour = 60;

/** Hours that the clock there is ahead of Brasília's; negative when it is behind. */
export function hoursAheadOfBrasilia({ instant, zone }: TripEnd): number {
  const at = new Date(instant);
  return (offsetMinutes(at, zone) - offsetMinutes(at, homeZone)) / minutesPerHour;
}

/** Whether the clocks differ between any two airports of a trip. */
export function isOverTimeZones(legs: readonly LegView[]): boolean {
  const ends = legs.flatMap((leg) => [departureOf(leg), arrivalOf(leg)]);
  return new Set(ends.map(hoursAheadOfBrasilia)).size > 1;
}
