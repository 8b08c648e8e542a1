import { maxLayoverMinutes, minConnectionMinutes } from '@/server/domain/connection-rules';
import { airlineNumberOf } from '../leg-index/flight-identity';
import { arrivesAt, departsAt, fareAt, identityAt, seatsAt } from '../leg-index/leg-columns';
import type { LegPair } from '../leg-index/leg-pair';
import { firstDeparture, leastFareBetween } from '../leg-index/pair-days';
import { isInDayParts } from './day-parts';
import { anyDuration } from './goal';
import type { Question } from './question';
import { boundRoute, bounds } from './route-bounds';
import type { Route, SearchRun } from './search-run';

/**
 * The legs chosen on the route that is being flown, by place: their slots, when they arrive, and what is paid and which
 * airlines fly until there. A search waits for nothing, so one of these is enough for all.
 */
const chosen = { slots: [0, 0, 0, 0], arrives: [0, 0, 0, 0], paid: [0, 0, 0, 0], airlines: [0, 0, 0, 0] };

/** Tries the legs of all routes that were kept, the most promising route first, and empties the list. */
export function flyRoutes(run: SearchRun): void {
  const routes = run.routes;
  run.routes = [];
  if (routes.length > 1) routes.sort((a, b) => a.score - b.score);
  for (const route of routes) {
    boundRoute(route.chain, route.origin, anyDuration);
    const longest = run.goal.longestUseful(bounds.fares[0] as number, route.origin.earliest);
    if ((bounds.minutes[0] as number) <= longest && --run.budget >= 0) fly(run, route, 0);
  }
}

/** Tries every leg of the route's pair at `place` that can follow those chosen before and still be of use. */
function fly(run: SearchRun, route: Route, place: number): void {
  const { goal, question } = run;
  const { departsIn } = question.query;
  const pair = route.chain[place] as LegPair;
  const paid = place === 0 ? 0 : (chosen.paid[place - 1] as number);
  const airlines = place === 0 ? 0 : (chosen.airlines[place - 1] as number);
  const fareLeft = bounds.fares[place + 1] as number;
  const minutesLeft = bounds.minutes[place + 1] as number;
  const airlinesLeft = bounds.airlines[place + 1] as number;
  const latest = place === 0 ? route.origin.latest : latestUseful(run, route, place);
  const earliest = place === 0 ? route.origin.earliest : (chosen.arrives[place - 1] as number);
  for (let slot = firstDeparture(pair, earliest); slot < pair.count; slot++) {
    const departs = departsAt(pair, slot);
    if (departs > latest || --run.budget < 0) return;
    if (!isForSale(question, pair, slot) || !isReachable(route.chain, place, slot)) continue;
    const start = place === 0 ? departs : startOf(route);
    const fareCents = paid + fareAt(pair, slot);
    const arrives = arrivesAt(pair, slot);
    if (arrives - start + minutesLeft > goal.longestUseful(fareCents + fareLeft, start)) continue;
    const flownBy = airlines | (1 << airlineNumberOf(identityAt(pair, slot)));
    if (((flownBy | airlinesLeft) & question.involving) === 0) continue;
    if (place === 0 && departsIn && !isInDayParts(departsIn, departs, route.origin.timeZone)) continue;
    chosen.slots[place] = slot;
    chosen.arrives[place] = arrives;
    chosen.paid[place] = fareCents;
    chosen.airlines[place] = flownBy;
    if (place === goal.stops) arrive(run, route);
    else fly(run, route, place + 1);
  }
}

/**
 * The latest departure from `place` that can still be of use: within the layover, and so soon that with the least fares
 * and flight times of what is left the whole trip is short enough. Before any departure where nobody flies on those days.
 */
function latestUseful({ goal }: SearchRun, route: Route, place: number): number {
  const pair = route.chain[place] as LegPair;
  const landed = chosen.arrives[place - 1] as number;
  const start = startOf(route);
  const latest = landed + maxLayoverMinutes;
  const leastFare = leastFareBetween(pair, landed, latest);
  if (leastFare === Infinity) return landed - 1;
  const fare = (chosen.paid[place - 1] as number) + leastFare + (bounds.fares[place + 1] as number);
  return Math.min(latest, start + goal.longestUseful(fare, start) - (bounds.minutes[place] as number));
}

function startOf({ chain }: Route): number {
  return departsAt(chain[0] as LegPair, chosen.slots[0] as number);
}

/** Seats for all passengers, on an airline that was asked for. */
function isForSale({ query, airlines }: Question, pair: LegPair, slot: number): boolean {
  return (
    seatsAt(pair, slot) >= query.passengers &&
    ((airlines >>> airlineNumberOf(identityAt(pair, slot))) & 1) === 1
  );
}

/** Whether there is time enough to change to the leg; that there is not too much is seen to by `latestUseful`. */
function isReachable(chain: readonly LegPair[], place: number, slot: number): boolean {
  if (place === 0) return true;
  const [before, pair] = [chain[place - 1] as LegPair, chain[place] as LegPair];
  const [flown, next] = [identityAt(before, chosen.slots[place - 1] as number), identityAt(pair, slot)];
  const ground = departsAt(pair, slot) - (chosen.arrives[place - 1] as number);
  const common = {
    airport: before.to === pair.from,
    flight: flown === next,
    airline: airlineNumberOf(flown) === airlineNumberOf(next),
  };
  return ground >= minConnectionMinutes(common);
}

/** All legs are chosen: with nothing left to fly, the bounds that let the last one pass were the measures. */
function arrive({ goal, question }: SearchRun, route: Route): void {
  const { stops } = goal;
  const departsMinute = startOf(route);
  const arrives = chosen.arrives[stops] as number;
  const { arrivesIn } = question.query;
  if (arrivesIn && !isInDayParts(arrivesIn, arrives, zoneOfDestination(question, route))) return;
  goal.take({
    fareCents: chosen.paid[stops] as number,
    durationMinutes: arrives - departsMinute,
    stops,
    departsMinute,
    pairs: route.chain,
    slots: chosen.slots.slice(0, stops + 1),
  });
}

function zoneOfDestination({ destinations }: Question, { chain }: Route): string {
  const last = chain.at(-1);
  return destinations.find(({ airport }) => airport === last?.to)?.timeZone ?? 'UTC';
}
