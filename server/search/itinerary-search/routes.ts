import type { LegPair } from '../leg-index/leg-pair';
import { pairAhead, pairNumbersFrom, pairsOutOf } from '../leg-index/pair-network';
import { flyRoutes } from './fly-routes';
import { anyDuration } from './goal';
import { isServed, type Origin } from './question';
import { boundRoute, bounds } from './route-bounds';
import type { Route, SearchRun } from './search-run';

/** A route begun: the pairs so far, where it goes on, and the least that is paid and flown until there. */
type Beginning = {
  origin: Origin;
  chain: readonly LegPair[];
  airport: number;
  fareCents: number;
  minutes: number;
};

/** More are not kept at once; they are flown, and the bounds that this gives leave out most of the others. */
const routesAtOnce = 4_096;

/** Finds the routes with as many stops as the goal asks, leaving out what cannot be of use to it. */
export function findRoutes(run: SearchRun): void {
  for (const origin of run.question.origins) {
    extend(run, { origin, chain: [], airport: origin.airport, fareCents: 0, minutes: 0 });
  }
}

function extend(run: SearchRun, beginning: Beginning): void {
  const pairsLeft = run.goal.stops + 1 - beginning.chain.length;
  if (pairsLeft === 1) endAtDestination(run, beginning);
  else if (pairsLeft === 2) meetFeeders(run, beginning);
  else branch(run, beginning);
}

function endAtDestination(run: SearchRun, { origin, chain, airport }: Beginning): void {
  for (const pair of run.feeders) {
    if (pair.from === airport && isServed(run.question, pair))
      keep(run, { origin, chain: [...chain, pair] }, anyDuration);
  }
}

/** Two pairs are left: one from here to where a traveller may take a feeder, and the feeder. */
function meetFeeders(run: SearchRun, beginning: Beginning): void {
  const { question, goal } = run;
  const { pairs } = run.index;
  const pairNumbers = pairNumbersFrom(run.index, beginning.airport);
  const { earliest } = beginning.origin;
  const longestOfAll = goal.longestUseful(beginning.fareCents + run.feederFare, earliest);
  for (const feeder of run.feeders) {
    if (question.closed[feeder.from]) continue;
    for (const landing of question.onward[feeder.from] ?? []) {
      const pair = pairAhead(pairs, pairNumbers, landing);
      if (!pair) continue;
      const minutes = beginning.minutes + pair.leastFlightMinutes + feeder.leastFlightMinutes;
      if (minutes > longestOfAll) continue;
      const longest = goal.longestUseful(beginning.fareCents + pair.leastFare + feeder.leastFare, earliest);
      if (minutes <= longest) meet(run, beginning, { pair, feeder, longest });
    }
  }
}

function meet(
  run: SearchRun,
  { origin, chain }: Beginning,
  { pair, feeder, longest }: { pair: LegPair; feeder: LegPair; longest: number },
): void {
  const { question } = run;
  if (!isServed(question, pair) || !isServed(question, feeder) || !isOpen(run, chain, pair.to)) return;
  const toFeeder = [...chain, pair];
  if (feeder.from !== pair.to && !isOpen(run, toFeeder, feeder.from)) return;
  keep(run, { origin, chain: [...toFeeder, feeder] }, longest);
}

function branch(run: SearchRun, { origin, chain, airport, ...beginning }: Beginning): void {
  for (const pair of pairsOutOf(run.index, airport)) {
    const fareCents = beginning.fareCents + pair.leastFare;
    const minutes = beginning.minutes + pair.leastFlightMinutes;
    const longest = run.goal.longestUseful(fareCents + run.feederFare, origin.earliest);
    if (minutes + run.feederMinutes > longest) continue;
    if (!isServed(run.question, pair) || !isOpen(run, chain, pair.to)) continue;
    const longer = [...chain, pair];
    for (const onward of run.question.onward[pair.to] ?? []) {
      if (onward !== pair.to && !isOpen(run, longer, onward)) continue;
      extend(run, { origin, chain: longer, airport: onward, fareCents, minutes });
    }
  }
}

/** Whether a traveller on this route may connect at the airport: nowhere twice, and not where the trip begins or ends. */
function isOpen({ question }: SearchRun, chain: readonly LegPair[], airport: number): boolean {
  return !question.closed[airport] && !chain.some((pair) => pair.from === airport || pair.to === airport);
}

/** `longest` is the longest duration that can be of use; the bounds of the days that it leaves decide. */
function keep(run: SearchRun, { origin, chain }: Omit<Route, 'score'>, longest: number): void {
  boundRoute(chain, origin, longest);
  const [fareCents = Infinity] = bounds.fares;
  const [minutes = Infinity] = bounds.minutes;
  if (fareCents === Infinity || minutes > run.goal.longestUseful(fareCents, origin.earliest)) return;
  run.routes.push({ origin, chain, score: fareCents + minutes * run.goal.minuteWorthCents });
  if (run.routes.length === routesAtOnce) flyRoutes(run);
}
