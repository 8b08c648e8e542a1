import { sql } from 'drizzle-orm';
import { changeLogs } from '@/db/schema';
import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import type { KnownLog, KnownLogs } from '../change-log/read-vector';
import { startOfLog } from '../version-vector';
import type { AnsweredLog } from './messages';

/** A copy is called live for ten seconds: written this often, a quiet alliance writes little. */
const writtenEveryMs = 3_000;

export type Heard = { peer: AirlineCode; askedAt: Date; logs: readonly AnsweredLog[] };

/**
 * Notes until when the copies of origins are complete, where they cover what the peer told of. Asked of the origin
 * itself: at the moment of asking; of a relay: as its own copy was. Never in the future, never backwards.
 */
export async function noteAsOf(
  airline: Airline,
  { peer, askedAt, logs }: Heard,
  known: KnownLogs,
): Promise<void> {
  for (const log of logs) {
    if (log.origin === airline.code) continue;
    const asOf = log.origin === peer ? askedAt : earlier(log.asOf, askedAt);
    const have = known.get(log.origin);
    const isCovered = have ? covers(have, log) : log.origin === peer && log.seq === startOfLog(log.epoch);
    if (asOf && isCovered && isNews(have?.asOf ?? null, asOf)) await write(airline, log, asOf);
  }
}

function covers(have: KnownLog, { epoch, seq }: AnsweredLog): boolean {
  return !have.bootstrap && have.epoch === epoch && have.seq >= seq;
}

function earlier(told: string | null, now: Date): Date | null {
  if (told === null) return null;
  return new Date(told) < now ? new Date(told) : now;
}

function isNews(before: Date | null, asOf: Date): boolean {
  return before === null || asOf.getTime() - before.getTime() >= writtenEveryMs;
}

async function write(airline: Airline, { origin, epoch, seq }: AnsweredLog, asOf: Date): Promise<void> {
  await airline.db
    .insert(changeLogs)
    .values({ origin, epoch, seq, asOf })
    .onConflictDoUpdate({
      target: changeLogs.origin,
      set: { asOf: sql`greatest(${changeLogs.asOf}, excluded.as_of)` },
      setWhere: sql`${changeLogs.bootstrap} is null
        and ${changeLogs.epoch} = excluded.epoch and ${changeLogs.seq} >= excluded.seq`,
    });
}
