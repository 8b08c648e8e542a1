import { percentile } from '../summary';
import type { Timing } from './compare-methods';
import { atLeast, atMost, type Goal } from './goals';
import type { HttpFigures } from './http/measure-http';
import type { NetworkFigures } from './measure-network';
import { methodTable, ratioAt } from './method-table';
import type { BenchNetwork } from './network/networks';
import { mebibytes, milliseconds, tableLines } from './print-table';

export type Measured = {
  name: string;
  figures: NetworkFigures;
  http: HttpFigures | null;
  differences: readonly string[];
};

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;

/** What was measured on one network, as soon as it is known. */
export function printNetwork({ name, window }: BenchNetwork, figures: NetworkFigures): void {
  const { index, comparison, updates, threeStops, calendarsMs } = figures;
  const legs = index.legs.toLocaleString('en-US');
  const heading = `${name} network: ${legs} legs, ${window.from} to ${window.to}`;
  console.log(`\n${heading}\n${'='.repeat(heading.length)}`);
  console.log(
    `index: built in ${milliseconds(index.buildMs)} ms, again in ${milliseconds(index.rebuildMs)} ms; ${mebibytes(index.ownBytes)} of its own, process grew by ${mebibytes(index.processBytes)}`,
  );
  const { frontSizes } = comparison;
  console.log(
    `fronts: ${percentile(frontSizes, 0.5)} itineraries (median), ${percentile(frontSizes, 0.99)} (p99), ${percentile(frontSizes, 1)} (most), ${frontSizes.filter((size) => size === 0).length} empty; ${comparison.differences.length} differences\n`,
  );
  for (const line of methodTable(comparison.timings)) console.log(line);
  if (!comparison.timings.some((timing) => timing.name.startsWith('ngraph'))) {
    console.log(
      'ngraph.path: not on this network: the connections of one day alone are millions of objects, gigabytes of them',
    );
  }
  console.log('');
  const costs = updates.map(({ name: kind, medianNs, p99Ns }) => [
    kind,
    medianNs.toFixed(0),
    p99Ns.toFixed(0),
  ]);
  for (const line of tableLines(['update, ns each (batches of 100)', 'median', 'p99'], costs))
    console.log(line);
  console.log('');
  printLine(
    'three stops, the front',
    threeStops.latenciesMs,
    `${threeStops.truncated} ended by their budget`,
  );
  printLine(`calendar of ${figures.calendarDays} days`, calendarsMs, 'lowest fares, at most two stops');
}

function printLine(name: string, values: readonly number[], note: string): void {
  const at = (share: number) => `${milliseconds(percentile(values, share))} ms`;
  console.log(`${name}: median ${at(0.5)}, p99 ${at(0.99)}, ${values.length} searches; ${note}`);
}

/** What was measured through the server. */
export function printHttp({ lines, indexReadMs, differences }: HttpFigures): void {
  console.log(
    `\nover HTTP (index read from PostgreSQL in ${seconds(indexReadMs)}; ${differences.length} differences)`,
  );
  for (const atOnce of new Set(lines.map((line) => line.atOnce))) {
    console.log(atOnce === 1 ? 'one client' : `\n${atOnce} clients at once`);
    for (const line of methodTable(lines.filter((one) => one.atOnce === atOnce))) console.log(line);
  }
}

/** The design's goals beside what this run measured. None of them fails the command. */
export function printGoals(measured: readonly Measured[]): void {
  const rows = measured
    .flatMap(goalsOf)
    .map(({ name, wanted, measured: value, reached }) => [
      name,
      wanted,
      value,
      reached ? 'reached' : 'NOT REACHED',
    ]);
  console.log('');
  for (const line of tableLines(['goal', 'wanted', 'measured', ''], rows)) console.log(line);
}

function goalsOf({ name, figures, http }: Measured): Goal[] {
  const { timings } = figures.comparison;
  const named = (start: string) => timings.find((timing) => timing.name.startsWith(start));
  return [
    ...ratioGoal(`${name}: PostgreSQL join, median`, 150, { timing: named('PostgreSQL'), share: 0.5 }),
    ...ratioGoal(`${name}: PostgreSQL join, p99`, 100, { timing: named('PostgreSQL'), share: 0.99 }),
    ...ratioGoal(`${name}: own connection scan, median`, 5, { timing: named('own'), share: 0.5 }),
    ...ratioGoal(`${name}: plain breadth-first, median`, 3_000, { timing: named('plain'), share: 0.5 }),
    ...ratioGoal(`${name}: join over HTTP, median`, 10, {
      timing: http?.lines.find((line) => line.atOnce === 1 && line.name.startsWith('PostgreSQL')),
      share: 0.5,
    }),
    ...(figures.index.legs >= 1_000_000 ? goalsOfMillion(name, figures, timings[0]) : []),
  ];
}

function ratioGoal(
  name: string,
  wanted: number,
  { timing, share }: { timing?: Timing; share: number },
): Goal[] {
  const ratio = timing ? ratioAt(timing, share) : Number.NaN;
  return Number.isNaN(ratio) ? [] : [atLeast(name, wanted, ratio)];
}

function goalsOfMillion(name: string, { index }: NetworkFigures, timing: Timing | undefined): Goal[] {
  const p99 = percentile(timing?.latenciesMs ?? [], 0.99);
  return [
    atMost(`${name}: index, two stops, p99`, 5, { value: p99, unit: 'ms' }),
    atMost(`${name}: memory of the index`, 64, { value: index.ownBytes / 2 ** 20, unit: 'MiB' }),
  ];
}
