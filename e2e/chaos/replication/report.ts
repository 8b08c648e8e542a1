import type { ScenarioReport } from './scenario';

const verdictOf = ({ wrong }: ScenarioReport) => (wrong.length === 0 ? 'ok' : 'FAILED');

function convergedOf({ convergedMs }: ScenarioReport): string {
  return convergedMs === null ? 'never' : `${(convergedMs / 1_000).toFixed(2)} s`;
}

/** What happened in one scenario, while the others wait. */
export function lineOf(report: ScenarioReport): string {
  const { name, proof, facts, wrong, compared, seconds } = report;
  return [
    `${wrong.length === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(0)} s): ${proof}; equal ${convergedOf(report)} after the healing, ${compared} rows`,
    ...facts.map((fact) => `    ${fact}`),
    ...wrong.map((one) => `    FAILED: ${one}`),
  ].join('\n');
}

/** The table of a whole run, for the terminal and for a document. */
export function tableOf(reports: readonly ScenarioReport[]): string {
  const rows = reports.map((report) => [report.name, report.proof, convergedOf(report), verdictOf(report)]);
  return [
    ['scenario', 'the fault was there', 'equal after', 'verdict'],
    ['---', '---', '---', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
