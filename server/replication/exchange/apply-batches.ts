import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeBatches, changeLogs } from '@/db/schema';
import type { AirlineCode } from '../../domain/airline-code';
import type { ChangeBatch } from '../change-log/change-batch';
import type { KnownLog } from '../change-log/read-vector';
import { observeStamp } from '../clock';
import type { Replication } from '../entity';
import { startOfLog } from '../version-vector';
import { applyEntries } from './apply-entries';
import { BatchRefused, checkBatch } from './check-batch';
import { decideBatch } from './decide-batch';
import { type PlacedEntry, setAside } from './set-aside';

/**
 * Applies the next batches of one origin's log: stores them for others, writes the copies, moves the vector, in one tx.
 * Known ones are skipped, also when another process has applied them meanwhile; none is applied while a snapshot of that
 * origin is being copied. Returns the number of new entries. Throws `BatchRefused` when any of them is at fault: then
 * nothing of them has been written.
 */
export async function applyBatches(
  replication: Replication,
  origin: AirlineCode,
  batches: readonly ChangeBatch[],
): Promise<number> {
  const { airline } = replication;
  const checked = batches.map((batch) => ({ batch, entries: placedEntries(replication, origin, batch) }));
  if (checked.length === 0) return 0;
  const applied = await airline.db.transaction(async (tx) => {
    const known = await lockLog(tx, origin, checked[0]?.batch.epoch ?? 1);
    if (known.bootstrap) return 0;
    const fresh = nextAfter(known, checked);
    return applyNext(tx, replication, { known, fresh });
  });
  for (const { batch } of checked) observeStamp(airline, batch.stamp);
  return applied;
}

type Checked = { batch: ChangeBatch; entries: PlacedEntry[] };

function placedEntries({ airline }: Replication, origin: AirlineCode, batch: ChangeBatch): PlacedEntry[] {
  if (batch.origin !== origin) throw new BatchRefused(batch.origin, 'foreign', `among batches of ${origin}`);
  return checkBatch(airline, batch).map((entry, place) => ({ ...entry, seq: batch.firstSeq + place }));
}

/** Whoever extends a log here holds its row. A log that is not known begins before its first entry. */
async function lockLog(tx: Tx, origin: AirlineCode, epoch: number): Promise<KnownLog> {
  await tx
    .insert(changeLogs)
    .values({ origin, epoch, seq: startOfLog(epoch) })
    .onConflictDoNothing();
  const [known] = await tx.select().from(changeLogs).where(eq(changeLogs.origin, origin)).for('update');
  if (!known) throw new Error(`the log of ${origin} has no row`);
  return known;
}

/** Those that continue the copy, in order. Throws when one of them cannot. */
function nextAfter({ origin, epoch, seq }: KnownLog, checked: readonly Checked[]): Checked[] {
  const have = { epoch, seq };
  return checked.filter(({ batch }) => {
    const decision = decideBatch(have, batch);
    if (decision === 'known') return false;
    const { firstSeq } = batch;
    if (decision !== 'next')
      throw new BatchRefused(origin, decision, `${batch.epoch}/${firstSeq} comes after ${epoch}/${have.seq}`);
    have.seq = batch.lastSeq;
    return true;
  });
}

async function applyNext(
  tx: Tx,
  replication: Replication,
  { known, fresh }: { known: KnownLog; fresh: readonly Checked[] },
): Promise<number> {
  const { origin, epoch } = known;
  const seq = fresh.at(-1)?.batch.lastSeq;
  if (seq === undefined) return 0;
  const storedAt = replication.airline.clock.now();
  await tx.insert(changeBatches).values(fresh.map(({ batch }) => ({ ...batch, storedAt })));
  const entries = fresh.flatMap((one) => one.entries);
  const rejected = await applyEntries(tx, replication, { origin, entries, isLate: false });
  await setAside(tx, replication.airline, { origin, epoch, entries: rejected });
  await tx.update(changeLogs).set({ seq }).where(eq(changeLogs.origin, origin));
  return entries.length;
}
