import { memory, memoryRuns, recoveries } from '@/db/schema';
import type { Airline } from '../../airline';
import { invariant } from '../../assert';
import { findMemory, readOwnMemory } from '../own-memory';
import type { DatabaseFacts } from '../read-facts';
import { forgetCopies } from './forget-copies';
import type { RecoveryReport } from './report';

export type Finish = { facts: DatabaseFacts; seenEpoch: number; report: RecoveryReport };

/**
 * The last step: a new epoch on this database, with which its memory and its change log begin anew, and with which it
 * copies its peers anew. Returns the epoch.
 */
export async function finishRecovery(
  airline: Airline,
  { facts, seenEpoch, report }: Finish,
): Promise<number> {
  const { systemIdentifier, databaseOid, timeline, run, lsn } = facts;
  const now = airline.clock.now();
  const epoch = await airline.db.transaction(async (tx) => {
    await tx.select().from(memory).for('update');
    const own = await findMemory(tx);
    invariant(own, 'who recovers has a memory row');
    const next = Math.max(own.epoch, seenEpoch) + 1;
    await tx.delete(memoryRuns);
    await tx.insert(memoryRuns).values({ run, startedAtLsn: lsn, seenAt: now });
    await tx.update(memory).set({
      systemIdentifier,
      databaseOid,
      timeline,
      epoch: next,
      state: 'remembers',
      reason: null,
      since: now,
    });
    const { without } = report;
    await forgetCopies(tx, airline, without);
    await tx.insert(recoveries).values({ epoch: next, without, reason: own.reason, report, finishedAt: now });
    return next;
  });
  await readOwnMemory(airline);
  return epoch;
}
