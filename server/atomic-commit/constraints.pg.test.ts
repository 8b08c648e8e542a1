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
