import { printLine } from '@/scripts/start/report';
import type { Evidence, Violation } from '../checker/evidence';
import type { Heard, Intent } from '../checker/history';
import type { Watch } from '../checker/watch';
import { grouped } from '../grouped';
import type { FaultLog } from './fault-log';

export type Findings = {
  evidence: Evidence;
  faults: FaultLog;
  watch: Watch;
  violations: readonly Violation[];
  minutes: number;
  seed: number;
  files: { history: string; faults: string };
};

/** More would scroll away what matters. */
const violationsShown = 40;

export function printFindings({ evidence, faults, watch, violations, minutes, seed, files }: Findings): void {
  const kinds = faults.countByKind();
  const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  const ballots = evidence.transactions.filter(({ acceptedBallot }) => (acceptedBallot ?? 0) > 0).length;
  printLine(`\nseed ${seed}, ${minutes} minutes`);
  printLine(`purchases      ${countsOf(evidence, 'buy')}`);
  printLine(`cancellations  ${countsOf(evidence, 'cancel')}`);
  printLine(`faults         ${total}, ${Math.round(total / minutes)} a minute`);
  for (const [kind, count] of kinds) printLine(`  ${String(count).padStart(5)}  ${kind}`);
  printLine(`rows           ${evidence.transactions.length}, ${ballots} decided by a recovery ballot`);
  printLine(
    `looks          ${watch.looks}; a seat was prepared for at most ${(watch.longestMs / 1_000).toFixed(1)} s`,
  );
  printLine(`violations     ${violations.length}`);
  for (const { invariant, what } of violations.slice(0, violationsShown))
    printLine(`  ${invariant}: ${what}`);
  printLine(`history        ${files.history}\nfault log      ${files.faults}`);
}

/** `120 confirmed, 30 refused, 4 declined`, by the last answer of each intent. */
function countsOf({ history }: Evidence, what: Intent['what']): string {
  const answers = new Map<number, Heard>();
  for (const event of history) if (event.event === 'answer') keepFinal(answers, event);
  const intents = history.filter((event): event is Intent => event.event === 'intent' && event.what === what);
  const counts = grouped(intents, ({ intent }) => answers.get(intent)?.status ?? 'unanswered');
  return [...counts].map(([status, of]) => `${of.length} ${status}`).join(', ') || 'none';
}

/** A late "pending" of a double click does not undo an answer. */
function keepFinal(answers: Map<number, Heard>, heard: Heard): void {
  const before = answers.get(heard.intent)?.status;
  if (before !== 'confirmed' && before !== 'refused') answers.set(heard.intent, heard);
}
