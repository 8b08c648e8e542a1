import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { createTestDatabase, type TestDatabase } from './database';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  first = await createTestDatabase();
  second = await createTestDatabase();
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

test('a test database has the schema of the migrations', async () => {
  const tables = await first.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  expect(tables.map(({ name }) => name)).toContain('seat_claims');
});

test('two test databases share nothing', async () => {
  await first.sql`create table only_here (id int)`;
  const [found] = await second.sql`select to_regclass('only_here') as name`;
  expect(found?.name).toBeNull();
});

test('a connection that outlives its test is reported as a leak', async () => {
  const database = await createTestDatabase();
  const leaking = openDatabase(database.url);
  await leaking.db.execute('select 1 as leaked');
  await expect(database.drop(100)).rejects.toThrow('leaked connections');
  await leaking.close();
});
