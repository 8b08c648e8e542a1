import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { hashOf } from './canonical-json';
import type { Manifest } from './manifest';
import { type GlobalTransaction, newTransaction } from './transaction';
import { postgresTransactionLog, type TransactionLog, TransactionRace } from './transaction-log';

let database: TestDatabase;
let log: TransactionLog;

beforeAll(async () => {
  database = await createTestDatabase();
  log = postgresTransactionLog(database.db);
});

afterAll(() => database.drop());

const now = new Date('2026-12-01T12:00:00Z');
const lookAgainAt = new Date('2026-12-01T12:00:05.123Z');

function sample(): GlobalTransaction {
  const manifest: Manifest = {
    globalTransactionId: randomUUID(),
    coordinator: 'giro',
    participants: ['rumos', 'giro'],
    work: { zulu: [1, 2.5, null], alpha: { name: 'São Luís', deep: { b: true, a: 'x' } } },
  };
  return {
    ...newTransaction(manifest.globalTransactionId, 'giro'),
    manifest,
    manifestHash: hashOf(manifest),
    privateWork: { passengers: [{ name: 'Ana "Ñ" Souza', n: 1 }] },
    coordinatorState: 'preparing',
  };
}

const insert = (row: GlobalTransaction) => log.inTx((tx) => log.insert(tx, row, { now, lookAgainAt }));

const update = (before: GlobalTransaction, after: GlobalTransaction, { at = now, isFinished = false } = {}) =>
  log.inTx((tx) => log.update(tx, { before, after, isFinished }, at));

describe('the transaction log', () => {
  it('gives back every field as it was stored, and forgets what was private once it is decided', async () => {
    const row: GlobalTransaction = { ...sample(), participantState: 'prepared' };
    await insert(row);
    expect(await log.find(row.id)).toEqual(row);
    const decided: GlobalTransaction = {
      ...row,
      coordinatorState: 'done',
      participantState: 'sold',
      promised: 7,
      accepted: { ballot: 4, value: 'commit' },
      decision: 'commit',
      acknowledged: ['rumos', 'boreal'],
    };
    await update(row, decided);
    const forgetful = { ...decided, privateWork: null };
    expect(await log.find(row.id)).toEqual(forgetful);
    const found = await log.inTx((tx) => log.lock(tx, row.id));
    expect(found).toEqual(forgetful);
  });

  it('keeps a refusal with its details', async () => {
    const refusal = {
      code: 'SEAT_TAKEN',
      airline: 'boreal',
      legId: 'boreal:1:2026-12-01:GRU',
      seat: '3C',
    } as const;
    const row: GlobalTransaction = {
      ...sample(),
      coordinatorState: 'none',
      participantState: 'refused',
      decision: 'abort',
      refusal,
    };
    await insert(row);
    expect(await log.find(row.id)).toEqual({ ...row, privateWork: null });
  });

  it('keeps a tombstone that knows no manifest', async () => {
    const row: GlobalTransaction = {
      ...newTransaction(randomUUID(), 'boreal'),
      participantState: 'freed',
      decision: 'abort',
    };
    await insert(row);
    expect(await log.find(row.id)).toEqual(row);
  });

  it.each([['text'], [17], [[1, 'two', null]], [false], [null]])(
    'keeps private work that is %j',
    async (privateWork) => {
      const row = { ...sample(), privateWork };
      await insert(row);
      expect((await log.find(row.id))?.privateWork).toEqual(privateWork);
    },
  );

  it('keeps the manifest so that its hash can be computed again', async () => {
    const row = sample();
    await insert(row);
    const found = await log.find(row.id);
    expect(hashOf(found?.manifest)).toBe(row.manifestHash);
  });

  it('knows nothing of an id that it has not seen', async () => {
    expect(await log.find(randomUUID())).toBeNull();
    expect(await log.inTx((tx) => log.lock(tx, randomUUID()))).toBeNull();
  });

  it('refuses a second first message', async () => {
    const row = sample();
    await insert(row);
    await expect(insert({ ...row, coordinatorState: 'none' })).rejects.toBeInstanceOf(TransactionRace);
    expect(await log.find(row.id)).toEqual(row);
  });

  it('writes the instant of the decision once, at the decision', async () => {
    const row = sample();
    await insert(row);
    const instantsOf = async () => {
      const [found] = await database.sql`
        select created_at, resolve_at, decided_at from global_transactions where id = ${row.id}`;
      return found;
    };
    expect(await instantsOf()).toEqual({ created_at: now, resolve_at: lookAgainAt, decided_at: null });
    const decided: GlobalTransaction = { ...row, coordinatorState: 'done', decision: 'abort' };
    const decidedAt = new Date('2026-12-01T12:00:02Z');
    await update(row, decided, { at: decidedAt });
    const at = new Date('2026-12-01T12:00:09Z');
    await update(decided, { ...decided, acknowledged: ['rumos'] }, { at });
    expect(await instantsOf()).toMatchObject({ resolve_at: lookAgainAt, decided_at: decidedAt });
    const born: GlobalTransaction = { ...sample(), coordinatorState: 'done', decision: 'abort' };
    await insert(born);
    const [found] = await database.sql`select decided_at from global_transactions where id = ${born.id}`;
    expect(found?.decided_at).toEqual(now);
  });
});

describe('what is due', () => {
  const due = new Date('2026-12-01T12:00:06Z');
  const until = new Date('2026-12-01T12:00:10Z');
  const tooFar = new Date('2026-12-01T12:00:36Z');

  beforeEach(() => database.sql`truncate global_transactions`);

  it('is taken once, oldest first, and comes up again when its time is over again', async () => {
    const [first, second] = [sample(), sample()];
    await insert(first);
    await log.inTx((tx) => log.insert(tx, second, { now, lookAgainAt: due }));
    const early = { now: lookAgainAt, tooFar, until, limit: 9 };
    expect(await log.takeDue(early)).toEqual([{ id: first.id, createdAt: now }]);
    expect(await log.takeDue(early)).toEqual([]);
    expect((await log.takeDue({ now: due, tooFar, until, limit: 9 })).map(({ id }) => id)).toEqual([
      second.id,
    ]);
    expect(await log.takeDue({ now: until, tooFar, until: due, limit: 1 })).toHaveLength(1);
  });

  it('is shared by two processes without one row going to both', async () => {
    const rows = Array.from({ length: 20 }, sample);
    for (const row of rows) await insert(row);
    const request = { now: due, tooFar, until, limit: 20 };
    const taken = (await Promise.all([log.takeDue(request), log.takeDue(request)])).flat();
    expect(taken.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('is nothing that is finished, and looking again does not bring that back', async () => {
    const row = sample();
    await insert(row);
    const done: GlobalTransaction = { ...row, coordinatorState: 'done', decision: 'abort' };
    await update(row, done, { isFinished: true });
    await log.lookAgain(row.id, now);
    expect(await log.takeDue({ now: due, tooFar, until, limit: 9 })).toEqual([]);
  });

  it('can be brought forward', async () => {
    const row = sample();
    await insert(row);
    await log.lookAgain(row.id, now);
    expect(await log.takeDue({ now, tooFar, until, limit: 9 })).toHaveLength(1);
  });

  it('is also what a clock that has since been set back put off for an hour', async () => {
    const row = sample();
    const inAnHour = new Date('2026-12-01T13:00:00Z');
    await log.inTx((tx) => log.insert(tx, row, { now, lookAgainAt: inAnHour }));
    expect((await log.takeDue({ now, tooFar, until, limit: 9 })).map(({ id }) => id)).toEqual([row.id]);
    expect(await log.takeDue({ now, tooFar, until, limit: 9 })).toEqual([]);
  });
});
