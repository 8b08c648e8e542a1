import { and, asc, desc, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Airline } from '../airline';
import { manifestSchema } from '../atomic-commit/manifest';
import type { AirlineCode } from '../domain/airline-code';
import { type Recollection, type RecollectionsAsked, recollectionsPerPage } from './messages';

/** Covers the seconds for which marks may be behind, at many sales a second. */
const newestChecked = 200;
const newestWithinMs = 10 * 60_000;

const { id, createdAt, coordinator, manifest, acknowledged } = globalTransactions;

/**
 * Answers `peer.recollections`: the global transactions that this airline knows of, except those of itself alone. A
 * witness is told too: it may have promised or accepted.
 */
export async function recollect(
  airline: Airline,
  caller: AirlineCode,
  asked: RecollectionsAsked,
): Promise<{ recollections: Recollection[] }> {
  const isShared = sql`coalesce(${manifest} -> 'participants' <> jsonb_build_array(${coordinator}), true)`;
  const order = 'ids' in asked || asked.newest ? desc : asc;
  const rows = await airline.db
    .select()
    .from(globalTransactions)
    .where(and(isShared, scopeOf(asked, caller, airline.clock.now())))
    .orderBy(order(createdAt), order(id))
    .limit('newest' in asked && asked.newest ? newestChecked : recollectionsPerPage);
  return { recollections: rows.map((row) => recollectionOf(row, caller)) };
}

function scopeOf(asked: RecollectionsAsked, caller: AirlineCode, now: Date): SQL | undefined {
  if ('ids' in asked) return inArray(id, asked.ids);
  if (asked.newest) {
    const isMember = sql`${manifest} -> 'participants' @> jsonb_build_array(${caller}::text)`;
    const isConcerned = or(eq(coordinator, caller), isMember, sql`${caller} = any(${acknowledged})`);
    return and(gte(createdAt, new Date(now.getTime() - newestWithinMs)), isConcerned);
  }
  const { after, since } = asked;
  if (!after) return gte(createdAt, new Date(since));
  return sql`(${createdAt}, ${id}) > (${after.bornAt}::timestamptz, ${after.id}::uuid)`;
}

function recollectionOf(row: typeof globalTransactions.$inferSelect, caller: AirlineCode): Recollection {
  return {
    id: row.id,
    coordinator: row.coordinator,
    manifest: row.manifest === null ? null : manifestSchema.parse(row.manifest),
    manifestHash: row.manifestHash,
    decision: row.decision,
    accepted: row.acceptedValue,
    isAcknowledged: row.acknowledged.includes(caller),
    bornAt: row.createdAt.toISOString(),
  };
}
