import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Replication } from '../entity';
import type { ChangeEntry } from './change-batch';

/** Some four to eight batches; 50,000 changes are 25 tx. */
const maxTaken = 2_000;

type Note = { entity: string; id: string };

/** What was noted, once each in the order of the first note, with its state as it stands now. */
export type Taken = { entries: ChangeEntry[]; isEverything: boolean };

/**
 * Takes notes out of the outbox: those below the oldest transaction under way, so that whatever is noted earlier and
 * commits later is in the log before what was noted after it.
 */
export async function takeOutbox(tx: Tx, replication: Replication): Promise<Taken> {
  const rows = await tx.execute<Note & { place: string }>(sql`
    select place, entity, entity_id as id from outbox
    where xid < pg_snapshot_xmin(pg_current_snapshot()) order by place limit ${maxTaken}`);
  if (rows.length > 0) {
    const places = sql.param(rows.map(({ place }) => place));
    await tx.execute(sql`delete from outbox where place = any(${places}::bigint[])`);
  }
  return { entries: await readEntries(tx, replication, rows), isEverything: rows.length < maxTaken };
}

async function readEntries(
  tx: Tx,
  { airline, entities }: Replication,
  notes: readonly Note[],
): Promise<ChangeEntry[]> {
  const notesByKey = new Map(notes.map((note) => [keyOf(note.entity, note.id), note]));
  const entryByKey = new Map<string, ChangeEntry>();
  for (const { name, schemaVersion, readStates } of entities) {
    const ids = [...notesByKey.values()].filter(({ entity }) => entity === name).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const { id, state } of await readStates(tx, airline, ids))
      entryByKey.set(keyOf(name, id), { entity: name, id, schema: schemaVersion, state });
  }
  return [...notesByKey.keys()].flatMap((key) => entryByKey.get(key) ?? []);
}

function keyOf(entity: string, id: string): string {
  return `${entity} ${id}`;
}
