import { percentile } from '../summary';
import type { Timing } from './compare-methods';
import { milliseconds, tableLines, times } from './print-table';

/** Below so many values a p99 is only another word for the longest. */
const enoughForP99 = 100;

const columns = [
  'method',
  'queries',
  'median ms',
  'p99 ms',
  'max ms',
  'index median ms',
  'index p99 ms',
  'ratio, median',
  'ratio, p99',
];

/** What a stranger must know to read such a table. */
export const tableKey = [
  'Each line: milliseconds of one search, and what the index (the first line) took for the very same queries.',
  `A ratio is the one divided by the other: so many times as long. – where fewer than ${enoughForP99} queries make no p99.`,
];

/** One line a method; what the index took is of the same queries. */
export function methodTable(timings: readonly Timing[]): string[] {
  return tableLines(columns, timings.map(lineOf));
}

function lineOf(timing: Timing): string[] {
  const { name, latenciesMs, referenceMs } = timing;
  return [
    name,
    String(latenciesMs.length),
    milliseconds(percentile(latenciesMs, 0.5)),
    milliseconds(at99(latenciesMs)),
    milliseconds(percentile(latenciesMs, 1)),
    milliseconds(percentile(referenceMs, 0.5)),
    milliseconds(at99(referenceMs)),
    times(ratioAt(timing, 0.5)),
    times(ratioAt(timing, 0.99)),
  ];
}

/** NaN where there are too few of them. */
export function at99(values: readonly number[]): number {
  return values.length < enoughForP99 ? Number.NaN : percentile(values, 0.99);
}

/** How many times as long as the index the method took at this percentile; NaN where it means nothing. */
export function ratioAt({ latenciesMs, referenceMs }: Timing, share: number): number {
  if (share > 0.5 && latenciesMs.length < enoughForP99) return Number.NaN;
  return percentile(latenciesMs, share) / percentile(referenceMs, share);
}
