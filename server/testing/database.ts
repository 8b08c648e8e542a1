import postgres from 'postgres';
import { inject } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { urlOfDatabase, withConnection } from '@/scripts/postgres/database';
import { waitUntil } from '@/scripts/wait-until';

export type TestDatabase = {
  db: Database;
  url: string;
  /** A second client for hand-written SQL: `db` changes the parsers of its own, so that dates arrive as text there. */
  sql: postgres.Sql;
  /**
   * Closes both clients and removes the database. Throws when anybody else still holds a connection after `withinMs`: a
   * leak. PostgreSQL's own workers are none.
   */
  drop(withinMs?: number): Promise<void>;
};

/** A pool that is being closed needs a few milliseconds, on a machine that has time. */
const leakDeadlineMs = 15_000;

/** Names are unique in a run by worker and number, and between runs on one server by the template's name. */
let created = 0;

/** A migrated, empty database of its own for one test file or one airline in it; about 50 ms. */
export async function createTestDatabase(poolSize?: number): Promise<TestDatabase> {
  const templateUrl = inject('templateDatabaseUrl');
  const template = new URL(templateUrl).pathname.slice(1);
  created += 1;
  const name = `${template}_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}_${created}`;
  const server = urlOfDatabase(templateUrl, 'postgres');
  await withConnection(server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);

  const url = urlOfDatabase(templateUrl, name);
  const client = openDatabase(url, poolSize);
  const sql = postgres(url, { max: 4, onnotice: () => undefined });
  return {
    db: client.db,
    url,
    sql,
    drop: async (withinMs = leakDeadlineMs) => {
      await Promise.all([client.close(), sql.end({ timeout: 5 })]);
      await dropOrComplain(server, { name, withinMs });
    },
  };
}

async function dropOrComplain(
  server: string,
  { name, withinMs }: { name: string; withinMs: number },
): Promise<void> {
  await withConnection(server, async (sql) => {
    const holders = () =>
      sql<{ query: string }[]>`
        select query from pg_stat_activity where datname = ${name} and backend_type = 'client backend'`;
    const closed = await waitUntil(async () => (await holders()).length === 0, withinMs, 10);
    const leaked = closed ? [] : await holders();
    await sql`drop database ${sql(name)} with (force)`;
    if (leaked.length > 0) {
      throw new Error(
        `${leaked.length} leaked connections; last: ${leaked.map(({ query }) => query).join(' | ')}`,
      );
    }
  });
}
