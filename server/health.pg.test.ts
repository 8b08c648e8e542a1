import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { changeLogs, globalTransactions } from '@/db/schema';
import type { Airline } from './airline';
import { systemClock } from './clock';
import { canSell, health } from './health';
import { systemIds } from './ids';
import { silentLog } from './log';
import { answerHello } from './peers/hello';
import type { PeerStatus } from './peers/peers';
import { createTestDatabase, type TestDatabase } from './testing/database';
import { testSignatures } from './testing/signatures';

let database: TestDatabase;
let rumos: Airline;

const lastHeardAt = new Date('2026-11-20T12:00:00Z');
const statuses: Partial<Record<string, PeerStatus>> = {
  giro: { state: 'live', lastHeardAt, logHead: { epoch: 1, seq: 120 } },
  boreal: { state: 'offline', lastHeardAt: null },
};

beforeAll(async () => {
  database = await createTestDatabase();
  rumos = {
    code: 'rumos',
    db: database.db,
    clock: systemClock,
    ids: systemIds,
    log: silentLog,
    signatures: testSignatures('rumos'),
    settings: { rateLimitFactor: 1 },
    stopping: new AbortController().signal,
    peers: {
      codes: ['giro', 'boreal'],
      statusOf: (peer) => statuses[peer] ?? { state: 'offline', lastHeardAt: null },
      call: () => Promise.reject(new Error('no call expected')),
    },
  };
});
afterAll(() => database.drop());

const ready = { status: 'ready', version: '1.2.3' } as const;

it('tells hello how far its own change log is, and null before that begins', async () => {
  const said = { airline: 'rumos', version: '1.2.3', protocolVersion: 2, status: 'ready' };
  expect(await answerHello(rumos, ready)).toEqual({ ...said, logHead: null });
  await rumos.db.insert(changeLogs).values({ origin: 'rumos', epoch: 1, seq: 42 });
  expect(await answerHello(rumos, ready)).toEqual({ ...said, logHead: { epoch: 1, seq: 42 } });
});

it('reports database, peers with their lag, and undecided global transactions', async () => {
  await rumos.db.insert(changeLogs).values({ origin: 'giro', epoch: 1, seq: 100 });
  const row = { coordinator: 'giro', resolveAt: lastHeardAt, createdAt: lastHeardAt } as const;
  await rumos.db.insert(globalTransactions).values([
    { ...row, id: systemIds.uuid(), participantState: 'prepared' },
    { ...row, id: systemIds.uuid() },
    { ...row, id: systemIds.uuid(), participantState: 'refused', decision: 'abort' },
    { ...row, id: systemIds.uuid(), participantState: 'sold', decision: 'commit' },
  ]);
  const answer = await health(rumos, ready);
  expect(answer).toEqual({
    airline: 'rumos',
    version: '1.2.3',
    status: 'ready',
    database: 'ok',
    peers: {
      giro: { state: 'live', lastHeardAt: '2026-11-20T12:00:00.000Z', lagEntries: 20 },
      boreal: { state: 'offline', lastHeardAt: null, lagEntries: null },
    },
    memory: 'remembers',
    undecidedTransactions: 2,
    searchIndex: { legs: 0, bytes: expect.any(Number) },
  });
  expect(canSell(answer)).toBe(true);
});

it('cannot sell while it starts or drains, whatever the peers do', async () => {
  expect(canSell(await health(rumos, { ...ready, status: 'starting' }))).toBe(false);
  expect(canSell(await health(rumos, { ...ready, status: 'draining' }))).toBe(false);
});

it('answers without its database and says so', async () => {
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const answer = await health({ ...rumos, db: nowhere.db }, ready);
  await expect(answerHello({ ...rumos, db: nowhere.db }, ready)).rejects.toThrow();
  await nowhere.close();
  expect(answer).toMatchObject({ database: 'unreachable', undecidedTransactions: null });
  expect(answer.peers.giro?.lagEntries).toBeNull();
  expect(canSell(answer)).toBe(false);
});
