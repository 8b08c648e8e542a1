import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeLogs, setAsideChanges } from '@/db/schema';
import type { SetAsideReason } from '@/db/schema/replication';
import type { AirlineCode } from '../../domain/airline-code';
import type { Replication } from '../entity';
import { applyEntries } from './apply-entries';
import type { PlacedEntry, ToSetAside } from './set-aside';

/** For one log at a time; more would mean that something is wrong at its origin. */
const maxRetried = 5_000;

const { origin: ofOrigin, epoch: ofEpoch, seq: ofSeq, reason: ofReason } = setAsideChanges;

type OneLog = { origin: AirlineCode; epoch: number };

/**
 * Tries entries that were set aside for one of these reasons again. What has become newer since stays as it is. Returns
 * how many need no further try.
 */
export async function retrySetAside(
  replication: Replication,
  reasons: readonly SetAsideReason[],
): Promise<number> {
  const { db, log } = replication.airline;
  const logs = await db
    .selectDistinct({ origin: ofOrigin, epoch: ofEpoch })
    .from(setAsideChanges)
    .where(inArray(ofReason, [...reasons]));
  let done = 0;
  for (const one of logs) done += await db.transaction((tx) => retryLog(tx, replication, { one, reasons }));
  if (done > 0) log('info', 'changes that were set aside have been applied', { entries: done });
  return done;
}

type Retry = { one: OneLog; reasons: readonly SetAsideReason[] };

async function retryLog(tx: Tx, replication: Replication, { one, reasons }: Retry): Promise<number> {
  const { origin } = one;
  const [known] = await tx.select().from(changeLogs).where(eq(changeLogs.origin, origin)).for('update');
  // A snapshot that is being copied would take what is written now for something that it does not contain.
  if (!known || known.bootstrap) return 0;
  const rows = await tx
    .select()
    .from(setAsideChanges)
    .where(and(isOf(one), inArray(ofReason, [...reasons])))
    .orderBy(asc(ofSeq))
    .limit(maxRetried);
  const entries = rows.map(entryOf);
  const refused = await applyEntries(tx, replication, { origin, entries, isLate: true });
  await keepOnly(tx, one, { entries, refused });
  return entries.length - refused.length;
}

function entryOf({ seq, entity, entityId, state }: typeof setAsideChanges.$inferSelect): PlacedEntry {
  return { seq, entity, id: entityId, ...state };
}

/** Forgets what was applied, or stands behind a newer one; what was refused again waits for the reason of today. */
async function keepOnly(
  tx: Tx,
  one: OneLog,
  { entries, refused }: { entries: readonly PlacedEntry[]; refused: readonly ToSetAside[] },
): Promise<void> {
  const reasonBySeq = new Map(refused.map(({ entry, reason }) => [entry.seq, reason]));
  const done = entries.map(({ seq }) => seq).filter((seq) => !reasonBySeq.has(seq));
  if (done.length > 0) await tx.delete(setAsideChanges).where(and(isOf(one), inArray(ofSeq, done)));
  for (const reason of new Set(reasonBySeq.values())) {
    const seqs = refused.filter((one) => one.reason === reason).map(({ entry }) => entry.seq);
    await tx
      .update(setAsideChanges)
      .set({ reason })
      .where(and(isOf(one), inArray(ofSeq, seqs)));
  }
}

function isOf({ origin, epoch }: OneLog) {
  return and(eq(ofOrigin, origin), eq(ofEpoch, epoch));
}
