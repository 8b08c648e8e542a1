import type { Tx } from '@/db/client';
import type { Airline } from '../../airline';
import type { Engine } from '../../atomic-commit/engine';
import { perform } from '../../atomic-commit/perform';
import { type GlobalTransaction, newTransaction } from '../../atomic-commit/transaction';
import { contentOf } from '../../booking/work';
import type { BookingPart } from '../../domain/booking';
import { recallSale } from './recall-sale';
import type { Recalled } from './recalled';
import type { RecoveryReport } from './report';
import { storeRecalled } from './store-recalled';

export type Recall = { recalled: Recalled; told: BookingPart | null; report: RecoveryReport };

/**
 * Brings one decided transaction up to date here. Where this airline remembers its vote, or had none, the engine learns
 * the decision as it always does; else what was forgotten is made again from the manifest. Doing it twice changes nothing.
 */
export async function recallTransaction(airline: Airline, engine: Engine, recall: Recall): Promise<void> {
  const { recalled, report } = recall;
  const { id, decision, binding } = recalled;
  if (decision === null) return;
  const found = await engine.transactionLog.find(id);
  if (found?.decision === decision) return;
  if (found?.decision) {
    report.conflicts.push(
      `transaction ${id}: ${found.decision} here, ${decision} at ${recalled.decidedAt.join()}`,
    );
    return;
  }
  if (found && isReadyFor(airline, found, recalled)) {
    const learnt = await perform(engine, id, { event: { kind: 'learn', decision, binding } });
    if (learnt?.reply?.kind === 'alarm') report.conflicts.push(`transaction ${id}: ${learnt.reply.rule}`);
    else count(report, decision);
    return;
  }
  const forgotten = await engine.transactionLog.inTx((tx) => makeAgain(tx, { airline, engine }, recall));
  count(report, decision);
  report.conflicts.push(...forgotten);
}

function count(report: RecoveryReport, decision: 'commit' | 'abort'): void {
  if (decision === 'commit') report.committed += 1;
  else report.aborted += 1;
}

/** Can the engine learn this decision for this row as it is? */
function isReadyFor(airline: Airline, found: GlobalTransaction, { decision, binding }: Recalled): boolean {
  const manifest = found.manifest ?? binding?.manifest;
  const hasPart = manifest?.participants.includes(airline.code) === true;
  return decision === 'abort' || !hasPart || found.participantState === 'prepared';
}

/** The row first, as in the engine; then its work. Returns what could not be given back. */
async function makeAgain(
  tx: Tx,
  { airline, engine }: { airline: Airline; engine: Engine },
  { recalled, told, report }: Recall,
): Promise<string[]> {
  const before = await engine.transactionLog.lock(tx, recalled.id);
  if (before?.decision) return [];
  const known = { ...(before ?? newTransaction(recalled.id, recalled.coordinator)), ...recalled.binding };
  if (recalled.decision === 'commit' && !known.manifest)
    return [`transaction ${recalled.id}: committed, and nobody has its content`];
  const after = decided(airline, known, recalled);
  await storeRecalled(tx, engine, { before, after });
  if (after.decision === 'abort') return [];
  const content = contentOf(after);
  if (content.kind === 'cancellation') {
    await engine.work.commit(tx, after);
    return [];
  }
  if (after.participantState === 'sold') report.withoutPassengers.push(content.recordLocator);
  return recallSale(tx, airline, { transaction: after, content, told });
}

/** The row as it was, or would have become, when this airline still knew. */
function decided(airline: Airline, known: GlobalTransaction, recalled: Recalled): GlobalTransaction {
  const hasPart = known.manifest?.participants.includes(airline.code) === true;
  const closed = recalled.decision === 'commit' ? 'sold' : 'freed';
  const row: GlobalTransaction = {
    ...known,
    decision: recalled.decision,
    participantState: hasPart ? closed : known.participantState,
    coordinatorState: recalled.coordinator === airline.code ? 'done' : known.coordinatorState,
  };
  if (recalled.decision === 'abort') return row;
  const accepted = known.accepted ?? { ballot: known.promised, value: 'commit' as const };
  return { ...row, accepted, acknowledged: recalled.decidedAt };
}
