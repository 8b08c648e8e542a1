import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeBatches, changeLogs, outbox } from '@/db/schema';
import type { Replication } from '../entity';
import { startOfLog } from '../version-vector';
import { noteChanges } from './note-changes';

/**
 * Begins this airline's log with everything that it has: the first time, and after its memory was lost, when numbers
 * that were given out and forgotten must not come again under the same epoch.
 */
export async function beginLog(tx: Tx, { airline, entities }: Replication, epoch: number): Promise<void> {
  const begun = { origin: airline.code, epoch, seq: startOfLog(epoch), asOf: null, bootstrap: null };
  await tx.insert(changeLogs).values(begun).onConflictDoUpdate({ target: changeLogs.origin, set: begun });
  await tx.delete(changeBatches).where(eq(changeBatches.origin, airline.code));
  await tx.delete(outbox);
  for (const { name, listOwnIds } of entities)
    await noteChanges(tx, { entity: name, ids: await listOwnIds(tx, airline) });
  airline.log('info', 'own change log begun', { epoch });
}
