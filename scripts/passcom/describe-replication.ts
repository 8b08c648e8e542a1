import type { AirlineCode } from '@/server/domain/airline-code';
import type { Comparison } from '@/server/replication/convergence/compare-checksums';
import type { KnownOrigin, ReplicationState } from './read-replication';

const headings = ['origin', 'epoch', 'seq', 'as of', 'batches', 'set aside', 'snapshot'];

/** These are numbers and stand on the right. */
const rightAligned = new Set(['epoch', 'seq', 'batches']);

/** An airline's version vector and what it keeps of every log, as a table for a terminal. */
export function describeReplication({ self, outboxRows, origins }: ReplicationState): string[] {
  const rows = [headings, ...origins.map((known) => cellsOf(self, known))];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, column, widths))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', outboxSentence(outboxRows)];
}

function cellsOf(self: AirlineCode, { origin, log, batchesKept, setAside }: KnownOrigin): string[] {
  const aside = Object.entries(setAside).map(([reason, count]) => `${count} ${reason}`);
  const position = log && log.epoch > 0 ? [String(log.epoch), String(log.seq)] : ['-', '-'];
  const asOf = origin === self ? 'own log' : (log?.asOf?.toISOString() ?? 'never');
  return [
    origin,
    ...position,
    asOf,
    String(batchesKept),
    aside.join(', ') || 'none',
    log?.bootstrap ? `being copied, at ${log.bootstrap.entity}` : '',
  ];
}

function padded(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return rightAligned.has(headings[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
}

function outboxSentence(rows: number): string {
  return rows === 0 ? 'Outbox: empty.' : `Outbox: ${rows} changes that the own log does not tell of yet.`;
}

/** What a comparison of the copies of `peer` with its own data has shown, in one line. */
export function describeComparison(peer: AirlineCode, comparison: Comparison): string {
  return `${peer}: ${sentenceOf(comparison)}`;
}

function sentenceOf(comparison: Comparison): string {
  if (comparison.outcome === 'silent') return 'does not answer';
  if (comparison.outcome === 'busy')
    return 'not comparable now: one of the two was changing or behind at every attempt';
  const different = comparison.outcome === 'different' ? comparison.different : [];
  const equal = comparison.compared.filter((entity) => !different.includes(entity));
  return [
    ...named('different', different),
    ...named('equal', equal),
    ...named('not comparable now', comparison.skipped),
  ].join('; ');
}

function named(word: string, entities: readonly string[]): string[] {
  return entities.length > 0 ? [`${word}: ${entities.join(', ')}`] : [];
}
