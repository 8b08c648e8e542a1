import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createPostgresClient } from './postgres-client';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;

/** A local Postgres transaction handle; whatever takes a `Tx` must be called inside one. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

export type DatabaseClient = { db: Database; close(): Promise<void> };

/** Above about ten busy connections a two-core machine only queues inside PostgreSQL instead of here. */
const defaultPoolSize = 12;

/**
 * Opens a pool on one airline's Postgres. A `tx` left idle is ended by the server, because it would hold seats.
 * `close` waits up to 5 s for running statements.
 */
export function openDatabase(url: string, poolSize = defaultPoolSize): DatabaseClient {
  const client = createPostgresClient({
    url,
    size: poolSize,
    settings: {
      application_name: 'passcom',
      idle_in_transaction_session_timeout: 10_000,
      lock_timeout: 5_000,
      statement_timeout: 30_000,
    },
  });
  return { db: drizzle(client as unknown as Sql, { schema }), close: () => client.end() };
}
