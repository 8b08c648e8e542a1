import { asc } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { changeLogs } from '@/db/schema';
import { type AirlineCode, airlineCodes } from '../../domain/airline-code';
import type { VersionVector } from '../version-vector';

/** A row of this airline's version vector, with the state of its copy. Epoch 0: copied from a log that does not count. */
export type KnownLog = typeof changeLogs.$inferSelect;

export type KnownLogs = ReadonlyMap<AirlineCode, KnownLog>;

/** How far every origin's log is known here, in canonical order. */
export async function readLogs(db: Database | Tx): Promise<KnownLogs> {
  const rows = await db.select().from(changeLogs).orderBy(asc(changeLogs.origin));
  const byOrigin = new Map(rows.map((row) => [row.origin, row]));
  return new Map(
    airlineCodes.flatMap((origin) => {
      const known = byOrigin.get(origin);
      return known ? [[origin, known] as const] : [];
    }),
  );
}

/** The version vector of this airline, its own log included. */
export async function readVector(db: Database | Tx): Promise<VersionVector> {
  return vectorOf(await readLogs(db));
}

export function vectorOf(logs: KnownLogs): VersionVector {
  const positions = [...logs.values()].filter(({ epoch }) => epoch > 0);
  return Object.fromEntries(positions.map(({ origin, epoch, seq }) => [origin, { epoch, seq }]));
}
