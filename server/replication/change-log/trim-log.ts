import { sql } from 'drizzle-orm';
import type { Airline } from '../../airline';

/** A peer that was away for a week catches up from the log. */
const keptDays = 7;

/** A peer that has been silent for longer does not hold the log: it copies a snapshot when it comes back. */
const silentDays = 30;

const dayMs = 86_400_000;

/**
 * Removes batches, of any origin, that are older than seven days and that every member has, oldest first and without a
 * hole; and those of logs that a newer epoch has replaced. Returns how many.
 */
export async function trimLog(airline: Airline): Promise<number> {
  const now = airline.clock.now().getTime();
  const keptSince = new Date(now - keptDays * dayMs).toISOString();
  const heardSince = new Date(now - silentDays * dayMs).toISOString();
  const peers = sql.param([...airline.peers.codes]);
  const removed = await airline.db.execute(sql`
    with needed as (
      select batch.origin, min(batch.first_seq) as first_seq
      from change_batches as batch
      join change_logs as known on known.origin = batch.origin and known.epoch = batch.epoch
      where batch.stored_at >= ${keptSince}::timestamptz or exists (
        select from unnest(${peers}::text[]) as member(peer)
        left join peer_progress as progress on progress.peer = member.peer and progress.origin = batch.origin
        where member.peer <> batch.origin
          and coalesce(progress.seen_at, batch.stored_at) >= ${heardSince}::timestamptz
          and (progress.epoch, progress.seq) >= (batch.epoch, batch.last_seq) is not true)
      group by batch.origin
    )
    delete from change_batches as batch using change_logs as known
    where known.origin = batch.origin and (
      batch.epoch < known.epoch
      or (batch.epoch = known.epoch and batch.last_seq < coalesce(
        (select first_seq from needed where needed.origin = batch.origin), known.seq + 1)))
    returning batch.first_seq`);
  if (removed.length > 0) airline.log('info', 'change log trimmed', { batches: removed.length });
  return removed.length;
}
