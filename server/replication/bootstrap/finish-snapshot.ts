import { and, eq, lt, lte, ne, or } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeBatches, changeLogs, setAsideChanges } from '@/db/schema';
import type { AirlineCode } from '../../domain/airline-code';
import type { Replication } from '../entity';
import { notifyChanges } from '../notify-changes';
import type { LogPosition } from '../version-vector';

/**
 * The last page has been applied: forgets copies that no page contained, and what the log told until the label. From
 * here on the tail of the log continues the copy.
 */
export async function finishSnapshot(
  tx: Tx,
  { airline, entities }: Replication,
  { origin, label }: { origin: AirlineCode; label: LogPosition },
): Promise<void> {
  const { epoch, seq } = label;
  for (const entity of entities) await entity.sweep(tx, airline, { origin, seq });
  await tx
    .update(changeLogs)
    .set({ epoch, seq, bootstrap: null, bootstrappedAt: airline.clock.now() })
    .where(eq(changeLogs.origin, origin));
  const batches = changeBatches;
  const isTold = or(lt(batches.epoch, epoch), and(eq(batches.epoch, epoch), lte(batches.lastSeq, seq)));
  await tx.delete(batches).where(and(eq(batches.origin, origin), isTold));
  await forgetSetAside(tx, origin, label);
  await notifyChanges(tx, origin, null);
}

/** Their entities came with the snapshot. One from the future did not: it is merged when its time has come. */
async function forgetSetAside(tx: Tx, origin: AirlineCode, { epoch, seq }: LogPosition): Promise<void> {
  const aside = setAsideChanges;
  const isTold = or(lt(aside.epoch, epoch), and(eq(aside.epoch, epoch), lte(aside.seq, seq)));
  await tx.delete(aside).where(and(eq(aside.origin, origin), isTold, ne(aside.reason, 'future')));
}
