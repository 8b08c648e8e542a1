import { eq } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { changeLogs } from '@/db/schema';
import type { BootstrapPosition } from '@/db/schema/replication';
import type { AirlineCode } from '../../domain/airline-code';
import { comparePositions, type LogPosition } from '../version-vector';

const { origin: originColumn } = changeLogs;

/** How far the snapshot of an origin has been copied; null when none is being copied. */
export async function readPosition(db: Database, origin: AirlineCode): Promise<BootstrapPosition | null> {
  const [row] = await db.select().from(changeLogs).where(eq(originColumn, origin));
  return row ? positionIn(row) : null;
}

/** A snapshot that is older than what has come with the log since is worth nothing. */
function positionIn(row: typeof changeLogs.$inferSelect): BootstrapPosition | null {
  return row.bootstrap && comparePositions(row.bootstrap, row) >= 0 ? row.bootstrap : null;
}

/** The row of a log, locked: where it stands here and how far its snapshot has been copied. Of a new one nothing counts. */
export async function lockLog(
  tx: Tx,
  origin: AirlineCode,
): Promise<{ at: LogPosition; position: BootstrapPosition | null }> {
  await tx.insert(changeLogs).values({ origin, epoch: 0, seq: 0 }).onConflictDoNothing();
  const [row] = await tx.select().from(changeLogs).where(eq(originColumn, origin)).for('update');
  if (!row) throw new Error(`the log of ${origin} has no row`);
  return { at: row, position: positionIn(row) };
}

/** Two processes of one airline may copy the same snapshot: only the one that comes first moves on. */
export function isSamePosition(a: BootstrapPosition | null, b: BootstrapPosition | null): boolean {
  if (!a || !b) return a === b;
  return a.epoch === b.epoch && a.seq === b.seq && a.entity === b.entity && a.after === b.after;
}

/** Notes how far it has been copied; null: begins anew, or has ended. */
export async function writePosition(
  tx: Database | Tx,
  origin: AirlineCode,
  position: BootstrapPosition | null,
): Promise<void> {
  await tx.update(changeLogs).set({ bootstrap: position }).where(eq(originColumn, origin));
}
