import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { AirlineCode } from '../../domain/airline-code';
import { startOfLog, type VersionVector } from '../version-vector';
import type { ChangeBatch } from './change-batch';

/** One answer: some 8 full batches. With the quotes of the bodies escaped it stays below what a client reads, 8 MB. */
const maxAnswerBytes = 2_000_000;

/** Batches of one sale each; more in one answer would make one long tx at the receiver. */
const maxBatchesPerOrigin = 200;

/** A log as far as it is here. `firstSeq` is its oldest entry that can be had here: one beyond `seq` when there is none. */
export type ServedLog = {
  origin: AirlineCode;
  epoch: number;
  seq: number;
  firstSeq: number;
  asOf: Date | null;
};

/** Every log that this airline has of an origin, its own one included. */
export async function readServedLogs(db: Database | Tx): Promise<ServedLog[]> {
  const rows = await db.execute<{
    origin: AirlineCode;
    epoch: number;
    seq: string;
    first_seq: string;
    as_of: string | null;
  }>(sql`
    select origin, epoch, seq, as_of, coalesce(
      (select first_seq from change_batches as batch
        where batch.origin = known.origin and batch.epoch = known.epoch order by first_seq limit 1),
      seq + 1) as first_seq
    from change_logs as known
    where epoch > 0 and bootstrap is null`);
  return rows.map(({ origin, epoch, seq, first_seq, as_of }) => ({
    origin,
    epoch,
    seq: Number(seq),
    firstSeq: Number(first_seq),
    asOf: as_of === null ? null : new Date(as_of),
  }));
}

/**
 * The next batches after a vector of those of the given logs that can be continued from there: in order per origin, at
 * most 2 MB in all. Whoever stands in another epoch or before the oldest batch gets none of that log.
 */
export async function readBatches(
  db: Database | Tx,
  { logs, after }: { logs: readonly ServedLog[]; after: VersionVector },
): Promise<ChangeBatch[]> {
  const batches: ChangeBatch[] = [];
  let bytesLeft = maxAnswerBytes;
  for (const log of logs) {
    const has = after[log.origin];
    const from = has?.seq ?? startOfLog(log.epoch);
    if ((has && has.epoch !== log.epoch) || log.seq <= from || log.firstSeq > from + 1) continue;
    const page = await readPage(db, { log, from, bytesLeft });
    for (const { body } of page) bytesLeft -= Buffer.byteLength(body);
    batches.push(...page);
  }
  return batches;
}

type Row = Omit<ChangeBatch, 'firstSeq' | 'lastSeq'> & { first_seq: string; last_seq: string };

async function readPage(
  db: Database | Tx,
  { log, from, bytesLeft }: { log: ServedLog; from: number; bytesLeft: number },
): Promise<ChangeBatch[]> {
  const rows = await db.execute<Row>(sql`
    select origin, epoch, first_seq, last_seq, stamp, kid, signature, body from (
      select *, sum(octet_length(body)) over (order by first_seq) as bytes from (
        select * from change_batches
        where origin = ${log.origin} and epoch = ${log.epoch} and first_seq > ${from}
        order by first_seq limit ${maxBatchesPerOrigin}
      ) as next
    ) as measured
    where bytes <= ${bytesLeft} order by first_seq`);
  return rows.map(({ first_seq, last_seq, ...batch }) => ({
    ...batch,
    firstSeq: Number(first_seq),
    lastSeq: Number(last_seq),
  }));
}
