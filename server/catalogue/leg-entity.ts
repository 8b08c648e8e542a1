import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { legs } from '@/db/schema';
import type { EntityState, ReplicatedEntity } from '../replication/entity';
import { notifyChanges } from '../replication/notify-changes';
import { checksumEntries } from './checksum-entries';
import { moveCatalogue } from './move-catalogue';
import { readLegs } from './read-legs';
import { writeLegCopies } from './write-leg-copies';

/** A leg: timetable, fare, and which seats are gone, as far as its airline has published it. */
export const legEntity: ReplicatedEntity = {
  name: 'leg',
  schemaVersion: 1,
  async listOwnIds(db, { code }) {
    const own = await db
      .select({ legId: legs.legId })
      .from(legs)
      .where(eq(legs.airline, code))
      .orderBy(asc(legs.legId));
    return own.map(({ legId }) => legId);
  },
  readStates: (db, { code }, ids) =>
    selectStates(db, sql`legs where airline = ${code} and leg_id = any(${sql.param([...ids])}::text[])`),
  readPage: (db, { code }, { after, limit }) =>
    selectStates(
      db,
      sql`${pageOf({ after: after ?? `${code}:`, limit })} where airline = ${code} order by leg_id`,
    ),
  async apply(tx, airline, { origin, changes, isLate }) {
    const { legs: readable, rejected } = readLegs({ origin, changes, isLate });
    if (readable.length > 0) {
      await writeLegCopies(tx, { origin, legs: readable, isLate });
      await moveCatalogue(tx, airline, { origin, seq: Math.max(...readable.map(({ seq }) => seq)), isLate });
      await notifyChanges(
        tx,
        origin,
        readable.map(({ legId }) => legId),
      );
    }
    return rejected;
  },
  async sweep(tx, _airline, { origin, seq }) {
    await tx.delete(legs).where(and(eq(legs.airline, origin), ne(legs.changeSeq, seq)));
  },
  checksum: (db, _owner, origin) =>
    checksumEntries(db, sql`select leg_id || ${state}::text as entry from legs where airline = ${origin}`),
};

/** The columns that travel, so that what is compared is what was sent. */
const state = sql`json_build_object('to', destination, 'departsAt', ${minute(sql`departs_at`)},
  'arrivesAt', ${minute(sql`arrives_at`)}, 'aircraft', aircraft, 'cabin', cabin, 'fareCents', fare_cents,
  'seatsLeft', seats_left, 'takenSeats', taken_seats, 'heldSeats', held_seats, 'status', status)`;

function minute(instant: SQL): SQL {
  return sql`to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI"Z"')`;
}

/**
 * The next legs by id, as far as they are of this airline, with which ids begin. Asked for its legs in order, PostgreSQL
 * would sort all of them for every page while the table, filled a moment ago, has no statistics.
 */
function pageOf({ after, limit }: { after: string; limit: number }): SQL {
  return sql`(select * from legs where leg_id > ${after} order by leg_id limit ${limit}) as page`;
}

async function selectStates(db: Database | Tx, source: SQL): Promise<EntityState[]> {
  return [...(await db.execute<EntityState>(sql`select leg_id as id, ${state} as state from ${source}`))];
}
