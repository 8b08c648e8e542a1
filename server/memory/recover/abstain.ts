import { abstentions } from '@/db/schema';
import type { Airline } from '../../airline';
import type { Engine } from '../../atomic-commit/engine';
import { type GlobalTransaction, newTransaction } from '../../atomic-commit/transaction';
import { findPart, seatsOfPart } from '../../booking/content';
import { contentOf } from '../../booking/work';
import type { Recalled } from './recalled';
import type { RecoveryReport } from './report';
import { storeRecalled } from './store-recalled';
import { takeSeats } from './take-seats';

/**
 * Nobody who answers can decide this transaction, and this airline may have voted in it. It will not vote again, keeps the
 * seats for it as if it had said yes, and learns from the others how it ends.
 */
export async function abstain(
  airline: Airline,
  engine: Engine,
  { recalled, report }: { recalled: Recalled; report: RecoveryReport },
): Promise<void> {
  const { id, coordinator, binding } = recalled;
  await engine.transactionLog.inTx(async (tx) => {
    await tx
      .insert(abstentions)
      .values({ globalTransactionId: id, since: airline.clock.now() })
      .onConflictDoNothing();
    const before = await engine.transactionLog.lock(tx, id);
    const known: GlobalTransaction = { ...(before ?? newTransaction(id, coordinator)), ...binding };
    const mayHaveVoted =
      known.participantState === 'none' && known.manifest?.participants.includes(airline.code) === true;
    await storeRecalled(tx, engine, {
      before,
      after: mayHaveVoted ? { ...known, participantState: 'prepared' } : known,
    });
    if (!mayHaveVoted) return;
    const content = contentOf(known);
    if (content.kind === 'cancellation') return;
    const part = findPart(content.parts, airline.code);
    if (!part) return;
    const asked = { wanted: seatsOfPart(part), globalTransactionId: id, now: airline.clock.now() };
    for (const { legId, seat } of await takeSeats(tx, 'prepared', asked))
      report.conflicts.push(`${content.recordLocator}: seat ${seat} of ${legId} belongs to another sale`);
  });
  report.abstained.push(id);
}
