import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const possible = {
  coordinator: 'giro',
  manifest: '{}',
  manifest_hash: 'a'.repeat(64),
  coordinator_state: 'none',
  participant_state: 'none',
  promised: 0,
  accepted_ballot: null as number | null,
  accepted_value: null as string | null,
  decision: null as string | null,
  resolve_at: new Date('2026-12-01T12:00:05Z'),
  created_at: new Date('2026-12-01T12:00:00Z'),
};

type Columns = { [Name in keyof typeof possible]?: (typeof possible)[Name] | null };

async function store(columns: Columns): Promise<void> {
  await database.sql`insert into global_transactions ${database.sql({ id: randomUUID(), ...possible, ...columns })}`;
}

const checkViolation = '23514';

/** What a bug would have to write, by the constraint that stops it. */
const impossible: [rule: string, columns: Columns][] = [
  ['a coordinator state outside the table', { coordinator_state: 'thinking' }],
  ['a participant state outside the table', { participant_state: 'waiting' }],
  ['a third decision', { decision: 'maybe' }],
  ['a ballot accepted without a value', { accepted_ballot: 0 }],
  ['a value accepted without a ballot', { accepted_value: 'commit' }],
  ['an accepted value that is none', { accepted_ballot: 0, accepted_value: 'maybe' }],
  ['a promise below zero', { promised: -1 }],
  ['an accepted ballot above the promise', { promised: 3, accepted_ballot: 4, accepted_value: 'abort' }],
  ['a sale without a decision', { participant_state: 'sold' }],
  ['a sale against the decision', { participant_state: 'sold', decision: 'abort' }],
  ['a refusal without a decision', { participant_state: 'refused' }],
  ['a participant that frees itself', { participant_state: 'freed' }],
  ['a refusal of what is committed', { participant_state: 'refused', decision: 'commit' }],
  ['freed seats of what is committed', { participant_state: 'freed', decision: 'commit' }],
  ['a manifest without its hash', { manifest_hash: null }],
  ['a hash without its manifest', { manifest: null }],
];

describe('the database refuses', () => {
  it.each(impossible)('%s', async (_rule, columns) => {
    await expect(store(columns)).rejects.toMatchObject({ code: checkViolation });
  });

  it('the second row of one global transaction', async () => {
    const id = randomUUID();
    const insert = () => database.sql`insert into global_transactions ${database.sql({ id, ...possible })}`;
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: '23505' });
  });
});

type Move = [rule: string, from: Columns, to: Columns];

const accepted = { accepted_ballot: 4, accepted_value: 'commit', promised: 4 };
const sold = { participant_state: 'sold', decision: 'commit' };
const freed = { participant_state: 'freed', decision: 'abort' };

/** What one row may never turn into, whatever the code asks for. */
const impossibleMoves: Move[] = [
  ['a decision changes', { decision: 'commit' }, { decision: 'abort' }],
  ['a decision is taken back', { decision: 'abort' }, { decision: null }],
  ['a promise is taken back', { promised: 4 }, { promised: 3 }],
  ['an accepted ballot goes down', { ...accepted, promised: 9 }, { accepted_ballot: 3 }],
  ['an accepted ballot is forgotten', accepted, { accepted_ballot: null, accepted_value: null }],
  ['one ballot gets another value', accepted, { accepted_value: 'abort' }],
  ['a participant sells what it has not prepared', {}, sold],
  ['a participant that was freed sells', freed, { participant_state: 'sold' }],
  ['a participant that was freed prepares', freed, { participant_state: 'prepared' }],
  [
    'a participant that has refused prepares',
    { ...freed, participant_state: 'refused' },
    { participant_state: 'prepared' },
  ],
  ['a sale is undone', sold, { participant_state: 'prepared' }],
  ['a vote is forgotten', { participant_state: 'prepared' }, { participant_state: 'none' }],
  [
    'a prepared participant changes its mind',
    { participant_state: 'prepared' },
    { ...freed, participant_state: 'refused' },
  ],
  [
    'a coordinator goes back to preparing',
    { coordinator_state: 'committing' },
    { coordinator_state: 'preparing' },
  ],
  ['a finished coordinator begins again', { coordinator_state: 'done' }, { coordinator_state: 'preparing' }],
  ['a transaction changes its content', {}, { manifest_hash: 'b'.repeat(64) }],
  ['a transaction changes its coordinator', {}, { coordinator: 'boreal' }],
];

const possibleMoves: Move[] = [
  ['a sale', { participant_state: 'prepared' }, { ...sold, ...accepted }],
  ['freeing by a decision', { participant_state: 'prepared' }, freed],
  [
    'T3',
    { coordinator_state: 'preparing' },
    { coordinator_state: 'committing', accepted_ballot: 0, accepted_value: 'commit' },
  ],
  [
    'Tabort',
    { coordinator_state: 'preparing', participant_state: 'prepared' },
    { coordinator_state: 'done', ...freed },
  ],
  [
    'a higher promise and a higher ballot with another value',
    accepted,
    { promised: 8, accepted_ballot: 8, accepted_value: 'abort' },
  ],
  [
    'a manifest that was not known',
    { manifest: null, manifest_hash: null },
    { manifest: '{}', manifest_hash: 'a'.repeat(64) },
  ],
  ['an acknowledgement of what is decided', sold, { ...sold, promised: 9 }],
];

async function move(from: Columns, to: Columns): Promise<void> {
  const id = randomUUID();
  const { sql } = database;
  await sql`insert into global_transactions ${sql({ id, ...possible, ...from })}`;
  await sql`update global_transactions set ${sql(to)} where id = ${id}`;
}

describe('the database refuses that', () => {
  it.each(impossibleMoves)('%s', async (_rule, from, to) => {
    await expect(move(from, to)).rejects.toMatchObject({ code: checkViolation });
  });

  it('a transaction is forgotten', async () => {
    const id = randomUUID();
    await database.sql`insert into global_transactions ${database.sql({ id, ...possible })}`;
    const forget = database.sql`delete from global_transactions where id = ${id}`;
    await expect(forget).rejects.toMatchObject({ code: checkViolation });
  });
});

describe('the database allows', () => {
  it.each(possibleMoves)('%s', async (_what, from, to) => {
    await expect(move(from, to)).resolves.toBeUndefined();
  });
});

describe('the database keeps', () => {
  it.each<[string, Columns]>([
    ['a row that has just begun', {}],
    ['an accepted commit', { accepted_ballot: 0, accepted_value: 'commit', coordinator_state: 'committing' }],
    [
      'a sale',
      { participant_state: 'sold', decision: 'commit', accepted_ballot: 0, accepted_value: 'commit' },
    ],
    ['a refusal', { participant_state: 'refused', decision: 'abort' }],
    ['a tombstone', { participant_state: 'freed', decision: 'abort', manifest: null, manifest_hash: null }],
    ['a recovery ballot', { promised: 5, accepted_ballot: 4, accepted_value: 'abort' }],
  ])('%s', async (_what, columns) => {
    await expect(store(columns)).resolves.toBeUndefined();
  });
});
