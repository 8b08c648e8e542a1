import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { changeBatches, changeLogs, memory, outbox } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import { sequenceAll } from '../../testing/replicate';
import type { Replication } from '../entity';
import { createNoteAlliance, type NoteAlliance, renewNoteAlliance, writeNote } from '../testing/notes';
import { startOfLog } from '../version-vector';
import { type ChangeBatch, type ChangeEntry, changeEntriesSchema, isBatchSigned } from './change-batch';
import { sequenceChanges } from './sequence-changes';

let alliance: NoteAlliance;
let rumos: Replication;

beforeAll(async () => {
  alliance = await createNoteAlliance();
});
afterAll(() => alliance.close());

beforeEach(async () => {
  await renewNoteAlliance(alliance);
  rumos = alliance.replications.rumos;
});

type Logged = ChangeEntry & { seq: number };

async function readLog(): Promise<Logged[]> {
  const batches: ChangeBatch[] = await rumos.airline.db
    .select()
    .from(changeBatches)
    .orderBy(asc(changeBatches.firstSeq));
  return batches.flatMap((batch) => {
    expect(isBatchSigned(rumos.airline.signatures, batch)).toBe(true);
    return changeEntriesSchema
      .parse(JSON.parse(batch.body))
      .map((entry, place) => ({ ...entry, seq: batch.firstSeq + place }));
  });
}

/** Begins a tx and keeps it open until told to commit. */
async function openTx(work: (tx: Tx) => Promise<void>): Promise<{ commit(): void; done: Promise<void> }> {
  const gate = { commit: () => {} };
  const told = new Promise<void>((resolve) => {
    gate.commit = resolve;
  });
  return new Promise((resolve, reject) => {
    const done = rumos.airline.db.transaction(async (tx) => {
      await work(tx);
      resolve({ commit: gate.commit, done });
      await told;
    });
    done.catch(reject);
  });
}

it('numbers the changes of concurrent writers without a gap, while two processes sequence', async () => {
  const { airline } = rumos;
  let isWritten = false;
  const writing = Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let note = 0; note < 25; note += 1) await writeNote(airline, [`${writer}-${note}`, 'x']);
    }),
  ).finally(() => {
    isWritten = true;
  });
  const other = { ...rumos, airline: { ...airline } };
  while (!isWritten) await Promise.all([sequenceChanges(rumos), sequenceChanges(other)]);
  await writing;
  await sequenceAll(rumos);

  const log = await readLog();
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, place) => place + 1));
  expect(new Set(log.map(({ id }) => id)).size).toBe(200);
  const [own] = await airline.db.select().from(changeLogs);
  expect(own).toMatchObject({ origin: 'rumos', epoch: 1, seq: 200 });
});

it('skips nothing of a writer that commits after a later one: its change is logged once, before what followed it', async () => {
  await sequenceAll(rumos);
  const late = await openTx((tx) => writeNote(rumos.airline, ['late', 'first noted'], tx));
  await writeNote(rumos.airline, ['early', 'first committed']);
  expect(await sequenceChanges(rumos)).toEqual({ entries: 0, isBusy: false, isQuiet: false });
  late.commit();
  await late.done;
  await sequenceAll(rumos);
  expect((await readLog()).map(({ id }) => id)).toEqual(['rumos:late', 'rumos:early']);
  expect(await sequenceChanges(rumos)).toEqual({ entries: 0, isBusy: false, isQuiet: true });
});

it('goes on when a tx that held it back is ended by the server', async () => {
  const { db } = rumos.airline;
  await sequenceAll(rumos);
  const idle = await openTx(async (tx) => {
    await writeNote(rumos.airline, ['idle', 'never committed'], tx);
    // Last: from here on the tx is idle, however slow this machine is.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 50`);
  });
  idle.done.catch(() => undefined);
  await writeNote(rumos.airline, ['a', 'x']);
  await sequenceAll(rumos);
  expect((await readLog()).map(({ id }) => id)).toEqual(['rumos:a']);
  expect(await db.$count(outbox)).toBe(0);
  idle.commit();
  await expect(idle.done).rejects.toThrow();
});

it('logs nothing of a writer that rolls back', async () => {
  await rumos.airline.db
    .transaction(async (tx) => {
      await writeNote(rumos.airline, ['never', 'x'], tx);
      throw new Error('changed its mind');
    })
    .catch(() => undefined);
  await sequenceAll(rumos);
  expect(await readLog()).toEqual([]);
});

it('logs one entry, with the last state, for what changed several times since the last round', async () => {
  for (const text of ['one', 'two', 'three']) await writeNote(rumos.airline, ['a', text]);
  await sequenceAll(rumos);
  const state = { text: 'three' };
  expect(await readLog()).toEqual([{ entity: 'note', id: 'rumos:a', schema: 1, state, seq: 1 }]);
});

it('begins its log with all that it has, and tells of the batches when they are stored', async () => {
  await rumos.airline.db.execute(sql`
    insert into notes select 'rumos:' || n, 'rumos', 'x', 0 from generate_series(1, 5000) as n`);
  const told: ChangeBatch[] = [];
  const tell = (batches: readonly ChangeBatch[]) => void told.push(...batches);
  const isLogged = async () => {
    await sequenceChanges(rumos, { tell });
    return told.length === 10;
  };
  expect(await waitUntil(isLogged, 15_000, 5)).toBe(true);
  expect(told.map(({ lastSeq }) => lastSeq)).toEqual(Array.from({ length: 10 }, (_, n) => (n + 1) * 500));
  expect(await readLog()).toHaveLength(5_000);
});

it('leaves an outbox alone that another process is reading', async () => {
  await writeNote(rumos.airline, ['a', 'x']);
  const other = await openTx(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('passcom sequencer'))`);
  });
  expect(await sequenceChanges(rumos)).toEqual({ entries: 0, isBusy: true, isQuiet: false });
  other.commit();
  await other.done;
  await sequenceAll(rumos);
  expect(await readLog()).toHaveLength(1);
});

it('logs nothing while it is amnesiac, and begins a new log with all that it has under the next epoch', async () => {
  const { db, clock } = rumos.airline;
  await writeNote(rumos.airline, ['old', 'x']);
  await sequenceAll(rumos);
  const row = { databaseOid: 1, timeline: 1, epoch: 1, since: clock.now() };
  await db.insert(memory).values({ ...row, state: 'amnesiac', reason: 'a test' });
  await writeNote(rumos.airline, ['new', 'x']);
  await sequenceAll(rumos);
  expect(await readLog()).toHaveLength(1);

  await db.update(memory).set({ state: 'remembers', reason: null, epoch: 2 });
  await sequenceAll(rumos);
  const start = startOfLog(2);
  expect((await readLog()).map(({ id, seq }) => ({ id, seq }))).toEqual([
    { id: 'rumos:new', seq: start + 1 },
    { id: 'rumos:old', seq: start + 2 },
  ]);
  const [own] = await db.select().from(changeLogs).where(eq(changeLogs.origin, 'rumos'));
  expect(own).toMatchObject({ epoch: 2, seq: start + 2 });
});
