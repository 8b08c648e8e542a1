import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeHash } from '@/server/testing/customer-row';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

const folder = new URL('../../db/migrations/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .toSorted();
const migration = '0007_alliance_accounts.sql';

let database: TestDatabase;

const [first, second, third] = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);

async function migrate(names: string[]): Promise<void> {
  for (const name of names) await database.sql.unsafe(readFileSync(new URL(name, folder), 'utf8'));
}

beforeAll(async () => {
  database = await createTestDatabase(1);
  await database.sql`drop schema public cascade`;
  await database.sql`create schema public`;
  await migrate(files.slice(0, files.indexOf(migration)));
  const account = {
    name: 'Ana Souza',
    password_hash: fakeHash(1),
    home_airline: 'giro',
    credential_epoch: 1,
  };
  await database.sql`insert into customers ${database.sql([
    {
      ...account,
      id: first,
      email: `ana@example.com#${first}`,
      created_at: '2026-11-30T11:00:00.120Z',
      updated_at: '2026-12-01T10:00:00Z',
    },
    {
      ...account,
      id: second,
      email: 'ana@example.com',
      created_at: '2026-11-30T10:00:00Z',
      updated_at: '2026-11-30T10:00:00Z',
    },
    {
      ...account,
      id: third,
      email: 'eva@example.com',
      created_at: '2026-11-30T10:00:00Z',
      updated_at: '2026-11-30T10:00:00Z',
      credential_epoch: 3,
    },
  ])}`;
  await migrate([migration]);
});
afterAll(() => database.drop());

describe('accounts from before the change log', () => {
  it('keep what they were opened with, who holds the e-mail, and their instants as stamps', async () => {
    const rows = await database.sql`
      select id, email, holds_email, credential_epoch, registered_stamp, profile_stamp, merged_into from customers order by id`;
    expect(rows).toEqual([
      {
        id: first,
        email: 'ana@example.com',
        holds_email: false,
        credential_epoch: 1,
        registered_stamp: '2026-11-30T11:00:00.120Z-0000-giro',
        profile_stamp: '2026-12-01T10:00:00.000Z-0000-giro',
        merged_into: null,
      },
      expect.objectContaining({ id: second, email: 'ana@example.com', holds_email: true }),
      expect.objectContaining({
        id: third,
        email: 'eva@example.com',
        holds_email: true,
        credential_epoch: 3,
      }),
    ]);
  });
});
