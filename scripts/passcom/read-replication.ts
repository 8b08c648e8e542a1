import { sql } from 'drizzle-orm';
import { changeBatches, changeLogs, outbox, setAsideChanges } from '@/db/schema';
import type { BootstrapPosition, SetAsideReason } from '@/db/schema/replication';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { LogOwner } from '@/server/replication/entity';

/** One origin's log as it is known to an airline; null where nothing of it is. */
export type KnownOrigin = {
  origin: AirlineCode;
  log: { epoch: number; seq: number; asOf: Date | null; bootstrap: BootstrapPosition | null } | null;
  batchesKept: number;
  setAside: Partial<Record<SetAsideReason, number>>;
};

/** How far the copies of an airline have come, and how many of its own changes its log does not tell of yet. */
export type ReplicationState = { self: AirlineCode; outboxRows: number; origins: KnownOrigin[] };

export async function readReplication({
  code,
  db,
}: Pick<LogOwner, 'code' | 'db'>): Promise<ReplicationState> {
  const count = sql<number>`count(*)::int`;
  const logs = await db.select().from(changeLogs);
  const kept = await db
    .select({ origin: changeBatches.origin, count })
    .from(changeBatches)
    .groupBy(changeBatches.origin);
  const { origin, reason } = setAsideChanges;
  const aside = await db.select({ origin, reason, count }).from(setAsideChanges).groupBy(origin, reason);
  const origins = airlineCodes.map((one) => ({
    origin: one,
    log: logs.find((log) => log.origin === one) ?? null,
    batchesKept: kept.find((row) => row.origin === one)?.count ?? 0,
    setAside: Object.fromEntries(
      aside.filter((row) => row.origin === one).map((row) => [row.reason, row.count]),
    ),
  }));
  return { self: code, outboxRows: await db.$count(outbox), origins };
}
