import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { hashOf } from './canonical-json';
import type { Manifest } from './manifest';
import { type GlobalTransaction, newTransaction } from './transaction';
import {
  findTransaction,
  insertTransaction,
  lockTransaction,
  TransactionRace,
  updateTransaction,
} from './transaction-log';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const now = new Date('2026-12-01T12:00:00Z');
const instants = { now, resolveAt: new Date('2026-12-01T12:00:05.123Z') };

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

const insert = (row: GlobalTransaction) =>
  database.db.transaction((tx) => insertTransaction(tx, row, instants));

const update = (before: GlobalTransaction, after: GlobalTransaction, at = now) =>
  database.db.transaction((tx) => updateTransaction(tx, { before, after }, at));

describe('the transaction log', () => {
  it('gives back every field as it was stored, and forgets what was private once it is decided', async () => {
    const row: GlobalTransaction = { ...sample(), participantState: 'prepared' };
    await insert(row);
    expect(await findTransaction(database.db, row.id)).toEqual(row);
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
    expect(await findTransaction(database.db, row.id)).toEqual(forgetful);
    const found = await database.db.transaction((tx) => lockTransaction(tx, row.id));
    expect(found).toEqual(forgetful);
  });

  it('keeps a refusal with its details', async () => {
    const refusal = {
      code: 'SEAT_TAKEN',
      airline: 'boreal',
      legId: 'boreal:1:2026-12-01:GRU',
      seat: '3C',
    } as const;
    const row: GlobalTransaction = { ...sample(), participantState: 'refused', decision: 'abort', refusal };
    await insert(row);
    expect(await findTransaction(database.db, row.id)).toEqual({ ...row, privateWork: null });
  });

  it('keeps a tombstone that knows no manifest', async () => {
    const row: GlobalTransaction = {
      ...newTransaction(randomUUID(), 'boreal'),
      participantState: 'freed',
      decision: 'abort',
    };
    await insert(row);
    expect(await findTransaction(database.db, row.id)).toEqual(row);
  });

  it.each([['text'], [17], [[1, 'two', null]], [false], [null]])(
    'keeps private work that is %j',
    async (privateWork) => {
      const row = { ...sample(), privateWork };
      await insert(row);
      expect((await findTransaction(database.db, row.id))?.privateWork).toEqual(privateWork);
    },
  );

  it('keeps the manifest so that its hash can be computed again', async () => {
    const row = sample();
    await insert(row);
    const found = await findTransaction(database.db, row.id);
    expect(hashOf(found?.manifest)).toBe(row.manifestHash);
  });

  it('knows nothing of an id that it has not seen', async () => {
    expect(await findTransaction(database.db, randomUUID())).toBeNull();
    expect(await database.db.transaction((tx) => lockTransaction(tx, randomUUID()))).toBeNull();
  });

  it('refuses a second first message', async () => {
    const row = sample();
    await insert(row);
    await expect(insert({ ...row, coordinatorState: 'none' })).rejects.toBeInstanceOf(TransactionRace);
    expect(await findTransaction(database.db, row.id)).toEqual(row);
  });

  it('writes the instant of the decision once, at the decision', async () => {
    const row = sample();
    await insert(row);
    const instantsOf = async () => {
      const [found] = await database.sql`
        select created_at, resolve_at, decided_at from global_transactions where id = ${row.id}`;
      return found;
    };
    expect(await instantsOf()).toEqual({ created_at: now, resolve_at: instants.resolveAt, decided_at: null });
    const decided: GlobalTransaction = { ...row, coordinatorState: 'done', decision: 'abort' };
    const decidedAt = new Date('2026-12-01T12:00:02Z');
    await update(row, decided, decidedAt);
    await update(decided, { ...decided, acknowledged: ['rumos'] }, new Date('2026-12-01T12:00:09Z'));
    expect(await instantsOf()).toMatchObject({ resolve_at: instants.resolveAt, decided_at: decidedAt });
    const born: GlobalTransaction = { ...sample(), coordinatorState: 'done', decision: 'abort' };
    await insert(born);
    const [found] = await database.sql`select decided_at from global_transactions where id = ${born.id}`;
    expect(found?.decided_at).toEqual(now);
  });
});
