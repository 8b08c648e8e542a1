import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeBatches, changeLogs } from '@/db/schema';
import type { Airline } from '../../airline';
import { nextStamp } from '../clock';
import type { Replication } from '../entity';
import { beginLog } from './begin-log';
import { type ChangeBatch, type ChangeEntry, signBatch } from './change-batch';
import { cutBatches } from './cut-batches';
import { type OwnLog, readOwnLog } from './own-log';
import { takeOutbox } from './take-outbox';

/**
 * `isBusy`: another process of this airline was sequencing, and may not have seen the newest changes. `isQuiet`: nothing
 * was noted, not even what still has to wait for an older transaction.
 */
export type Sequenced = { entries: number; isBusy: boolean; isQuiet: boolean };

export type SequenceOptions = {
  signal?: AbortSignal;
  /** Called with the batches of each tx when it has committed. */
  tell?(batches: readonly ChangeBatch[]): void;
};

/**
 * Moves what was noted in the outbox into the own change log, tx by tx until nothing is left that may go: consecutive
 * numbers, full states, signed batches. An amnesiac airline logs nothing. Costs one short query when there is nothing.
 */
export async function sequenceChanges(
  replication: Replication,
  { signal, tell }: SequenceOptions = {},
): Promise<Sequenced> {
  const { airline } = replication;
  let entries = 0;
  if (!isWorkToDo(await readOwnLog(airline.db, airline.code)))
    return { entries, isBusy: false, isQuiet: true };
  while (!signal?.aborted) {
    const round = await airline.db.transaction((tx) => sequenceOnce(tx, replication));
    if (round === 'busy') return { entries, isBusy: true, isQuiet: false };
    const { batches, isEverything } = round;
    entries += batches.reduce((sum, { firstSeq, lastSeq }) => sum + lastSeq - firstSeq + 1, 0);
    if (batches.length > 0) tell?.(batches);
    if (isEverything) break;
  }
  return { entries, isBusy: false, isQuiet: false };
}

function isWorkToDo({ isAmnesiac, hasOutbox, epoch, memoryEpoch }: OwnLog): boolean {
  return !isAmnesiac && (hasOutbox || epoch !== memoryEpoch);
}

type Round = { batches: ChangeBatch[]; isEverything: boolean };

const nothing: Round = { batches: [], isEverything: true };

async function sequenceOnce(tx: Tx, replication: Replication): Promise<Round | 'busy'> {
  const { airline } = replication;
  if (!(await tryToLead(tx))) return 'busy';
  const own = await readOwnLog(tx, airline.code);
  if (own.isAmnesiac) return nothing;
  if (own.epoch !== own.memoryEpoch) {
    await beginLog(tx, replication, own.memoryEpoch);
    return { batches: [], isEverything: false };
  }
  const { entries, isEverything } = await takeOutbox(tx, replication);
  return { batches: await append(tx, airline, { own, entries }), isEverything };
}

/** Held until the tx ends; the next statement sees whatever the holder before has committed. */
async function tryToLead(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ leads: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('passcom sequencer')) as leads`,
  );
  return row?.leads ?? false;
}

async function append(
  tx: Tx,
  airline: Airline,
  { own, entries }: { own: OwnLog; entries: readonly ChangeEntry[] },
): Promise<ChangeBatch[]> {
  let seq = own.seq;
  const bodies = cutBatches(entries, ({ entity, id }) =>
    airline.log('error', 'a change is too large for the log and stays here', { entity, id }),
  );
  const batches = bodies.map(({ body, count }) => {
    const firstSeq = seq + 1;
    seq += count;
    const position = { origin: airline.code, epoch: own.memoryEpoch, firstSeq, lastSeq: seq };
    return signBatch(airline.signatures, { ...position, stamp: nextStamp(airline), body });
  });
  if (batches.length === 0) return [];
  const storedAt = airline.clock.now();
  await tx.insert(changeBatches).values(batches.map((batch) => ({ ...batch, storedAt })));
  await tx.update(changeLogs).set({ seq }).where(eq(changeLogs.origin, airline.code));
  return batches;
}
