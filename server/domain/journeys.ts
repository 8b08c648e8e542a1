import { airportsOfCity } from './airport';
import { maxLayoverMinutes } from './connection-rules';

/** One leg as far as its place in a trip matters. Instants ISO 8601 UTC. */
export type TravelledLeg = { from: string; to: string; departsAt: string; arrivesAt: string };

/** Legs that lead from one place to another without a stay: what one search finds. Never empty. */
export type Journey<Leg> = readonly [Leg, ...Leg[]];

/**
 * The journeys of a trip whose legs are given in the order of travel. A journey ends where the traveller stays for more
 * than a day. One that ends in the city in which it began is a way there and a way back within a day: it turns around at
 * the longest time on the ground.
 *
 * The search makes the first two rules exact: no layover is longer than a day, and no search leads to the city in which
 * it begins, so out from Guarulhos and back to Congonhas is there and back. *Where* it turns around has only the legs to
 * go by: not within a way, since none passes an airport twice, and of the stays that are left at the longest, because
 * people make a day trip for the hours at its end. Whoever waits longer for a connection than he stays is told wrongly.
 * A gap between two cities ends nothing: it may be a leg of which this airline does not know.
 */
export function journeysOf<Leg extends TravelledLeg>(legs: readonly Leg[]): Journey<Leg>[] {
  return splitAfter(legs, isStay).flatMap(turnAround);
}

/** Do these journeys lead to a place and from it back to where they began? */
export function isReturnTrip(journeys: readonly Journey<TravelledLeg>[]): boolean {
  const [there, back, ...others] = journeys;
  if (!there || !back || others.length > 0) return false;
  return isSameCity(destinationOf(there), originOf(back)) && isSameCity(originOf(there), destinationOf(back));
}

/** IATA code of the airport at which a journey begins. */
export function originOf([first]: Journey<TravelledLeg>): string {
  return first.from;
}

/** IATA code of the airport at which a journey ends. */
export function destinationOf(journey: Journey<TravelledLeg>): string {
  return lastOf(journey).to;
}

/** The leg with which a journey ends. */
export function lastOf<Leg>(journey: Journey<Leg>): Leg {
  return journey.at(-1) ?? journey[0];
}

function isStay(before: TravelledLeg, after: TravelledLeg): boolean {
  return groundMinutes(before, after) > maxLayoverMinutes;
}

function groundMinutes(before: TravelledLeg, after: TravelledLeg): number {
  return (Date.parse(after.departsAt) - Date.parse(before.arrivesAt)) / 60_000;
}

function turnAround<Leg extends TravelledLeg>(journey: Journey<Leg>): Journey<Leg>[] {
  if (!isSameCity(originOf(journey), destinationOf(journey))) return [journey];
  const turns = journey.slice(1).flatMap((after, index) => {
    const before = journey[index];
    return before && isTurn(journey, index + 1) ? [{ after, minutes: groundMinutes(before, after) }] : [];
  });
  const [turn] = turns.toSorted((a, b) => b.minutes - a.minutes);
  return turn ? splitAfter(journey, (_before, after) => after === turn.after) : [journey];
}

/** Could a search have found each of the two ways that meet before leg `at`? */
function isTurn(journey: Journey<TravelledLeg>, at: number): boolean {
  return [journey.slice(0, at), journey.slice(at)].every(passesNoAirportTwice);
}

function passesNoAirportTwice(legs: readonly TravelledLeg[]): boolean {
  const passed = legs.flatMap(({ from, to }, index) => (legs[index - 1]?.to === from ? [to] : [from, to]));
  return new Set(passed).size === passed.length;
}

function splitAfter<Leg>(legs: readonly Leg[], isEnd: (before: Leg, after: Leg) => boolean): Journey<Leg>[] {
  const journeys: [Leg, ...Leg[]][] = [];
  for (const [index, leg] of legs.entries()) {
    const before = legs[index - 1];
    const journey = journeys.at(-1);
    if (!journey || (before && isEnd(before, leg))) journeys.push([leg]);
    else journey.push(leg);
  }
  return journeys;
}

function isSameCity(a: string, b: string): boolean {
  return airportsOfCity(a).includes(b);
}
