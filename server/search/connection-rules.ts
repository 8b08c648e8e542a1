import type { Leg } from '@/server/domain/leg';

/** On the ground between two legs of one airline: taxi in, walk, boarding closes 15 min before departure. */
const minSameAirlineMinutes = 45;

/** Between two airlines the traveller may have to change terminal. */
const minInterlineMinutes = 60;

/** Between two airports of one city: bags, a road transfer and a new check-in. */
const minAirportChangeMinutes = 180;

/** Longer than a day on the ground is two trips, not one. */
export const maxLayoverMinutes = 1_440;

type ConnectingLeg = Pick<Leg, 'airline' | 'flightNumber' | 'serviceDate' | 'from' | 'to'>;

/** The same aircraft goes on: a technical stop of one flight, which nobody can miss. */
function isThroughFlight(before: ConnectingLeg, after: ConnectingLeg): boolean {
  return (
    before.airline === after.airline &&
    before.flightNumber === after.flightNumber &&
    before.serviceDate === after.serviceDate &&
    before.to === after.from
  );
}

/** The least time on the ground, in minutes, that makes `after` reachable from `before`. */
function minConnectionMinutes(before: ConnectingLeg, after: ConnectingLeg): number {
  if (isThroughFlight(before, after)) return 0;
  if (before.to !== after.from) return minAirportChangeMinutes;
  return before.airline === after.airline ? minSameAirlineMinutes : minInterlineMinutes;
}

/** Whether `groundMinutes` between the two legs is enough and not more than a layover may last. */
export function isConnection(before: ConnectingLeg, after: ConnectingLeg, groundMinutes: number): boolean {
  return groundMinutes >= minConnectionMinutes(before, after) && groundMinutes <= maxLayoverMinutes;
}
