import { percentile } from '../summary';
import { goalsOf, type Measured } from './goals';
import type { HttpFigures } from './http/measure-http';
import type { NetworkFigures } from './measure-network';
import { methodTable, tableKey } from './method-table';
import { methodNames } from './methods/contestants';
import type { BenchNetwork } from './network/networks';
import { mebibytes, milliseconds, tableLines } from './print-table';

const print = (lines: readonly string[]) => console.log(lines.join('\n'));

/** What was measured on one network, as soon as it is known. */
export function printNetwork({ name, window }: BenchNetwork, figures: NetworkFigures): void {
  const { index, comparison, updates, threeStops, calendarsMs, calendarDays } = figures;
  const heading = `${name} network: ${index.legs.toLocaleString('en-US')} legs, ${window.from} to ${window.to}`;
  print([
    '',
    heading,
    '='.repeat(heading.length),
    `index: built in ${milliseconds(index.buildMs)} ms, again in ${milliseconds(index.rebuildMs)} ms; ${mebibytes(index.ownBytes)} of its own, process grew by ${mebibytes(index.processBytes)}`,
    frontsLine(comparison),
    '',
    ...tableKey,
    '',
    ...methodTable(comparison.timings),
    ...notAskedLine(comparison),
    '',
    ...tableLines(
      ['update of the index, ns each (batches of 100)', 'median', 'p99'],
      updates.map(({ name: kind, medianNs, p99Ns }) => [kind, medianNs.toFixed(0), p99Ns.toFixed(0)]),
    ),
    '',
    searchesLine(
      'index: the front with at most three stops',
      threeStops.latenciesMs,
      `${threeStops.truncated} ended by their budget`,
    ),
    searchesLine(
      `index: calendar of ${calendarDays} days`,
      calendarsMs,
      'the lowest fare of each, at most two stops',
    ),
  ]);
}

function frontsLine({ frontSizes, compared, differences }: NetworkFigures['comparison']): string {
  const at = (share: number) => percentile(frontSizes, share);
  const empty = frontSizes.filter((size) => size === 0).length;
  return `fronts: ${at(0.5)} itineraries (median), ${at(0.99)} (p99), ${at(1)} (most), ${empty} empty; of ${compared} answers of other methods ${differences.length} differ`;
}

function notAskedLine({ timings }: NetworkFigures['comparison']): string[] {
  const missing = Object.values(methodNames).filter((known) => !timings.some(({ name }) => name === known));
  if (missing.length === 0) return [];
  return [`not asked here, because one question takes minutes or gigabytes: ${missing.join('; ')}`];
}

function searchesLine(name: string, values: readonly number[], note: string): string {
  const at = (share: number) => `${milliseconds(percentile(values, share))} ms`;
  return `${name}: median ${at(0.5)}, p99 ${at(0.99)}, ${values.length} searches; ${note}`;
}

/** What was measured through the server. */
export function printHttp({ lines, indexReadMs, differences }: HttpFigures): void {
  print([
    '',
    `over HTTP (index read from PostgreSQL in ${(indexReadMs / 1_000).toFixed(2)} s; ${differences.length} differences)`,
  ]);
  for (const atOnce of new Set(lines.map((line) => line.atOnce))) {
    print([
      '',
      atOnce === 1 ? 'one client' : `${atOnce} clients at once`,
      ...methodTable(lines.filter((one) => one.atOnce === atOnce)),
    ]);
  }
}

/** The design's goals beside what this run measured. None of them fails the command. */
export function printGoals(measured: readonly Measured[]): void {
  const rows = measured
    .flatMap(goalsOf)
    .map(({ name, wanted, measured: value, reached, queries }) => [
      name,
      wanted ?? '–',
      value,
      String(queries ?? '–'),
      wanted === null ? 'to compare' : reached ? 'reached' : 'NOT REACHED',
    ]);
  print([
    '',
    ...tableLines(['goal (a ratio: that of the tables above)', 'wanted', 'measured', 'queries', ''], rows),
  ]);
}
