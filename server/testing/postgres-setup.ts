import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../db/migrate';
import { urlOfDatabase, withConnection } from '../../scripts/postgres/database';
import { startThrowAwayCluster, type ThrowAwayCluster } from '../../scripts/postgres/throw-away-cluster';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database that is only ever copied. */
    templateDatabaseUrl: string;
  }
}

/** Every file may hold three airlines with a pool each, and several files run at once. */
const maxConnections = 200;

/**
 * Before the database tests: one PostgreSQL for the whole run (a throw-away cluster, or `TEST_DATABASE_URL`) with one
 * migrated template. Returns what undoes it.
 */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const server: ThrowAwayCluster = external
    ? { url: external, stop: async () => undefined }
    : await startThrowAwayCluster({ label: 'The PostgreSQL of the tests', durable: false, maxConnections });
  const template = urlOfDatabase(server.url, `passcom_template_${process.pid}`);
  try {
    await recreateDatabase(template);
    await migrateDatabase(template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('templateDatabaseUrl', template);
  return async () => {
    if (external) await dropDatabase(template);
    await server.stop();
  };
}

async function recreateDatabase(url: string): Promise<void> {
  await dropDatabase(url);
  await withConnection(urlOfDatabase(url, 'postgres'), (sql) => sql`create database ${sql(nameOf(url))}`);
}

async function dropDatabase(url: string): Promise<void> {
  await withConnection(
    urlOfDatabase(url, 'postgres'),
    (sql) => sql`drop database if exists ${sql(nameOf(url))} with (force)`,
  );
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
