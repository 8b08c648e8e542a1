import type { Leg } from './leg';

/** On the ground between two legs of one airline: taxi in, walk, boarding closes 15 min before departure. */
const minSameAirlineMinutes = 45;

/** Between two airlines the traveller may have to change terminal. */
const minInterlineMinutes = 60;

/** Between two airports of one city: bags, a road transfer and a new check-in. */
const minAirportChangeMinutes = 180;

/** Longer than a day on the ground is two trips, not one. */
export const maxLayoverMinutes = 1_440;

/** What two legs in a row have in common. One flight is one airline, number and service date. */
export type Common = { airport: boolean; flight: boolean; airline: boolean };

/**
 * The least time on the ground, in minutes, that makes the later leg reachable from the earlier one. The same flight
 * going on from the same airport is a technical stop, which nobody can miss.
 */
export function minConnectionMinutes({ airport, flight, airline }: Common): number {
  if (!airport) return minAirportChangeMinutes;
  if (flight) return 0;
  return airline ? minSameAirlineMinutes : minInterlineMinutes;
}

type ConnectingLeg = Pick<Leg, 'airline' | 'flightNumber' | 'serviceDate' | 'from' | 'to'>;

/** Whether the aircraft goes on under the same number from where it landed: a technical stop, not a change. */
export function isThroughFlight(before: ConnectingLeg, after: ConnectingLeg): boolean {
  return before.to === after.from && isSameFlight(before, after);
}

/** Whether `groundMinutes` between the two legs is enough and not more than a layover may last. */
export function isConnection(before: ConnectingLeg, after: ConnectingLeg, groundMinutes: number): boolean {
  const common = {
    airport: before.to === after.from,
    flight: isSameFlight(before, after),
    airline: before.airline === after.airline,
  };
  return groundMinutes >= minConnectionMinutes(common) && groundMinutes <= maxLayoverMinutes;
}

function isSameFlight(before: ConnectingLeg, after: ConnectingLeg): boolean {
  return (
    before.airline === after.airline &&
    before.flightNumber === after.flightNumber &&
    before.serviceDate === after.serviceDate
  );
}
