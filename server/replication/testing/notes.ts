import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Tx } from '@/db/client';
import type { SetAsideReason } from '@/db/schema/replication';
import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import { createTestAlliance, type TestAlliance } from '../../testing/alliance';
import { noteChanges } from '../change-log/note-changes';
import type { Changes, Rejected, ReplicatedEntity, Replication } from '../entity';

/** The smallest thing that can be replicated, in a table that only these tests have. `from` is an hour before which it cannot be applied. */
const noteSchema = z.object({ text: z.string(), from: z.string().optional() });

/** Ids are `rumos:…` and belong to that airline. */
export const noteEntity: ReplicatedEntity = {
  name: 'note',
  schemaVersion: 1,
  async listOwnIds(db, { code }) {
    const rows = await db.execute<{ id: string }>(
      sql`select id from notes where origin = ${code} order by id`,
    );
    return rows.map(({ id }) => id);
  },
  async readStates(db, { code }, ids) {
    const rows = await db.execute<{ id: string; state: unknown }>(
      sql`select id, json_build_object('text', text) as state from notes
        where origin = ${code} and id = any(${sql.param([...ids])}::text[])`,
    );
    return [...rows];
  },
  async readPage(db, { code }, { after, limit }) {
    const rows = await db.execute<{ id: string; state: unknown }>(
      sql`select id, json_build_object('text', text) as state from notes
        where origin = ${code} and id > ${after ?? ''} order by id limit ${limit}`,
    );
    return [...rows];
  },
  async apply(tx, airline, { origin, changes, isLate }) {
    const judged = changes.map((change) => ({ ...change, reason: reasonAgainst(airline, origin, change) }));
    const rows = judged.filter(({ reason }) => reason === null);
    await tx.execute(sql`
      insert into notes (id, origin, text, change_seq)
      select id, ${origin}, state->>'text', seq
      from json_to_recordset(${JSON.stringify(rows)}::json) as row(id text, state json, seq bigint)
      on conflict (id) do update set text = excluded.text, change_seq = excluded.change_seq
      where not ${isLate} or notes.change_seq < excluded.change_seq`);
    return judged.flatMap(({ seq, reason }): Rejected[] => (reason ? [{ seq, reason }] : []));
  },
  async sweep(tx, _airline, { origin, seq }) {
    await tx.execute(sql`delete from notes where origin = ${origin} and change_seq <> ${seq}`);
  },
  checksum: async (db, _owner, origin) => {
    const sum = JSON.stringify(await notesOf(db, origin));
    return { count: sum.length, sum };
  },
};

function reasonAgainst(
  { clock }: Airline,
  origin: AirlineCode,
  { id, state }: Changes['changes'][number],
): SetAsideReason | null {
  if (!id.startsWith(`${origin}:`)) return 'foreign';
  const note = noteSchema.safeParse(state);
  if (!note.success) return 'unreadable';
  return note.data.from && new Date(note.data.from) > clock.now() ? 'future' : null;
}

export type NoteAlliance = TestAlliance & { replications: Record<AirlineCode, Replication> };

/** Three airlines that replicate nothing but notes. */
export async function createNoteAlliance(): Promise<NoteAlliance> {
  const alliance = await createTestAlliance();
  for (const { db } of Object.values(alliance.airlines))
    await db.execute(sql`
      create table notes (id text primary key, origin text not null, text text not null, change_seq bigint not null)`);
  return Object.assign(alliance, { replications: replicationsOf(alliance) });
}

function replicationsOf({ airlines }: TestAlliance): NoteAlliance['replications'] {
  const of = (code: AirlineCode): Replication => ({ airline: airlines[code], entities: [noteEntity] });
  return { rumos: of('rumos'), giro: of('giro'), boreal: of('boreal') };
}

/** As if it had just been created, in a fraction of the time: nothing stored, nothing in memory, nothing cut. */
export async function renewNoteAlliance(alliance: NoteAlliance): Promise<void> {
  for (const airline of Object.values(alliance.airlines)) {
    await airline.db.execute(sql`
      truncate notes, outbox, change_batches, change_logs, peer_progress, set_aside_changes, memory`);
    alliance.airlines[airline.code] = { ...airline };
  }
  alliance.replications = replicationsOf(alliance);
  alliance.network.fateOf = () => 'delivered';
  alliance.offline.clear();
  alliance.calls.length = 0;
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
}

/** Writes an own note in a `tx` of the caller's, or in one of its own. */
export async function writeNote(
  airline: Airline,
  [name, text]: readonly [string, string],
  within?: Tx,
): Promise<void> {
  const write = async (tx: Tx) => {
    const id = `${airline.code}:${name}`;
    await tx.execute(sql`
      insert into notes (id, origin, text, change_seq) values (${id}, ${airline.code}, ${text}, 0)
      on conflict (id) do update set text = excluded.text`);
    await noteChanges(tx, { entity: noteEntity.name, ids: [id] });
  };
  await (within ? write(within) : airline.db.transaction(write));
}

/** What an airline has of an origin, by the notes' ids. */
export async function notesOf(db: Database | Tx, origin: AirlineCode): Promise<Record<string, string>> {
  const rows = await db.execute<{ id: string; text: string }>(
    sql`select id, text from notes where origin = ${origin} order by id`,
  );
  return Object.fromEntries(rows.map(({ id, text }) => [id, text]));
}
