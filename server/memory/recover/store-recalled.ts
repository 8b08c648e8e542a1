import type { Tx } from '@/db/client';
import { type Engine, selfOf } from '../../atomic-commit/engine';
import { type GlobalTransaction, isFinished } from '../../atomic-commit/transaction';

/** Stores a row that was forgotten. One that is known without its vote gets the vote first: states only move along their table. */
export async function storeRecalled(
  tx: Tx,
  engine: Engine,
  { before, after }: { before: GlobalTransaction | null; after: GlobalTransaction },
): Promise<void> {
  const { transactionLog, airline } = engine;
  const now = airline.clock.now();
  const finished = isFinished(selfOf(engine), after);
  if (!before) {
    await transactionLog.insert(tx, after, { now, lookAgainAt: finished ? null : now });
    return;
  }
  const voted: GlobalTransaction = { ...before, participantState: 'prepared' };
  const needsVote = before.participantState === 'none' && after.participantState === 'sold';
  if (needsVote) await transactionLog.update(tx, { before, after: voted, isFinished: false }, now);
  await transactionLog.update(tx, { before: needsVote ? voted : before, after, isFinished: finished }, now);
}
