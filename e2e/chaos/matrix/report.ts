import type { CellReport } from './run-cell';

const verdictOf = ({ wrong }: CellReport) => (wrong.length === 0 ? 'ok' : 'FAILED');
const secondsOf = ({ recoverySeconds }: CellReport) => recoverySeconds?.toFixed(1) ?? '–';

/** One line while the matrix runs. */
export function lineOf(report: CellReport, position: string): string {
  const { cell, cast, fired, outcome, wrong } = report;
  const facts = [fired ? outcome : 'did not fire', `${secondsOf(report)} s`, verdictOf(report)];
  return [`${position} ${cell} (${cast}): ${facts.join(', ')}`, ...wrong.map((one) => `      ${one}`)].join(
    '\n',
  );
}

/** The table of a whole run, for the terminal and for a document. */
export function tableOf(reports: readonly CellReport[]): string {
  const rows = reports.map((report) => [
    report.cell,
    report.fired ? 'yes' : 'no',
    report.outcome,
    secondsOf(report),
    verdictOf(report),
  ]);
  return [['cell', 'fired', 'outcome', 'recovery s', 'verdict'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The last lines: counts, and the slowest recovery. */
export function summaryOf(reports: readonly CellReport[], seed: number): string {
  const failed = reports.filter(({ wrong }) => wrong.length > 0);
  const unfired = reports.filter(({ fired }) => !fired);
  const slowest = Math.max(0, ...reports.map(({ recoverySeconds }) => recoverySeconds ?? 0));
  return [
    `${reports.length} cells, seed ${seed}: ${reports.length - failed.length} ok, ${failed.length} failed`,
    `${unfired.length} did not fire`,
    `slowest recovery ${slowest.toFixed(1)} s`,
  ].join('; ');
}
