import type { Timing } from './compare-methods';
import { type HttpFigures, httpWays } from './http/measure-http';
import type { NetworkFigures } from './measure-network';
import { at99, ratioAt } from './method-table';
import { methodNames } from './methods/contestants';
import { times } from './print-table';

/** Everything that was measured on one network. */
export type Measured = {
  name: string;
  figures: NetworkFigures;
  http: HttpFigures | null;
  differences: readonly string[];
};

/** Something that the design wants, and what was measured in this run; nobody wants what stands there only to be compared. */
type Goal = {
  name: string;
  wanted: string | null;
  measured: string;
  reached: boolean;
  /** How many the measured value is of; null where none were asked. */
  queries: number | null;
};

type RatioGoal = { method: string; at: 'median' | 'p99'; wanted: number | null };

/** How many times as long as the index each method should take. */
const ratioGoals: readonly RatioGoal[] = [
  { method: methodNames.join, at: 'median', wanted: 150 },
  { method: methodNames.join, at: 'p99', wanted: 100 },
  { method: methodNames.scan, at: 'median', wanted: 5 },
  { method: methodNames.wholeLists, at: 'median', wanted: 3_000 },
  // Whole lists are a weak reference: most of their time goes into reading other days. So the better one is shown beside it.
  { method: methodNames.sortedLists, at: 'median', wanted: null },
];

const httpGoal: RatioGoal = { method: httpWays.join, at: 'median', wanted: 10 };

const manyLegs = { legs: 1_000_000, p99Ms: 5, mebibytes: 64 };

/** What this network can say to the design's goals. */
export function goalsOf({ name, figures, http }: Measured): Goal[] {
  const { timings } = figures.comparison;
  const alone = http?.lines.filter(({ atOnce }) => atOnce === 1) ?? [];
  const goals = [
    ...ratioGoals.flatMap((goal) => judge(goal, timings)),
    ...judge(httpGoal, alone).map((goal) => ({ ...goal, name: `over HTTP, ${goal.name}` })),
    ...(figures.index.legs >= manyLegs.legs ? goalsOfMillion(figures) : []),
  ];
  return goals.map((goal) => ({ ...goal, name: `${name}: ${goal.name}` }));
}

/** Nothing where the method was not asked, or too seldom. */
function judge({ method, at, wanted }: RatioGoal, timings: readonly Timing[]): Goal[] {
  const timing = timings.find(({ name }) => name === method);
  const ratio = timing ? ratioAt(timing, at === 'median' ? 0.5 : 0.99) : Number.NaN;
  if (!timing || Number.isNaN(ratio)) return [];
  return [
    {
      name: `${method}, ratio, ${at}`,
      wanted: wanted === null ? null : `≥ ${times(wanted)}`,
      measured: times(ratio),
      reached: ratio >= (wanted ?? 0),
      queries: timing.latenciesMs.length,
    },
  ];
}

function goalsOfMillion({ index, comparison }: NetworkFigures): Goal[] {
  const latenciesMs = comparison.timings[0]?.latenciesMs ?? [];
  const p99Ms = at99(latenciesMs);
  const mebibytes = index.ownBytes / 2 ** 20;
  return [
    {
      name: 'index, at most two stops, p99',
      wanted: `≤ ${manyLegs.p99Ms} ms`,
      measured: `${p99Ms.toFixed(2)} ms`,
      reached: p99Ms <= manyLegs.p99Ms,
      queries: latenciesMs.length,
    },
    {
      name: 'memory of the index',
      wanted: `≤ ${manyLegs.mebibytes} MiB`,
      measured: `${mebibytes.toFixed(1)} MiB`,
      reached: mebibytes <= manyLegs.mebibytes,
      queries: null,
    },
  ];
}
