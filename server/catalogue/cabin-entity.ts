import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { cabins } from '@/db/schema';
import type { EntityState, LogOwner, ReplicatedEntity } from '../replication/entity';
import { checksumEntries } from './checksum-entries';
import { readCabins } from './read-cabins';
import { writeCabinCopies } from './write-cabin-copies';

/** A cabin template, by its code: it draws the seat maps of its airline's legs and prices their seats, on every site. */
export const cabinEntity: ReplicatedEntity = {
  name: 'cabin',
  schemaVersion: 1,
  async listOwnIds(db, { code }) {
    const own = await db
      .select({ code: cabins.code })
      .from(cabins)
      .where(eq(cabins.airline, code))
      .orderBy(asc(cabins.code));
    return own.map((cabin) => cabin.code);
  },
  readStates: (db, owner, ids) => selectStates(db, owner, sql`code = any(${sql.param([...ids])}::text[])`),
  readPage: (db, owner, { after, limit }) =>
    selectStates(db, owner, sql`code > ${after ?? ''} order by code limit ${limit}`),
  async apply(tx, _airline, changes) {
    const { cabins: readable, rejected } = readCabins(changes);
    if (readable.length > 0) await writeCabinCopies(tx, { ...changes, cabins: readable });
    return rejected;
  },
  async sweep(tx, _airline, { origin, seq }) {
    await tx.delete(cabins).where(and(eq(cabins.airline, origin), ne(cabins.changeSeq, seq)));
  },
  checksum: (db, _owner, origin) =>
    checksumEntries(db, sql`select code || layout::text as entry from cabins where airline = ${origin}`),
};

async function selectStates(db: Database | Tx, { code }: LogOwner, condition: SQL): Promise<EntityState[]> {
  const rows = await db.execute<EntityState>(
    sql`select code as id, layout as state from cabins where airline = ${code} and ${condition}`,
  );
  return [...rows];
}
