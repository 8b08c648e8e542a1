import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../db/migrate';
import { urlOfDatabase, withConnection } from '../../scripts/postgres/database';
import { freePort } from '../../scripts/postgres/ports';
import { startCluster } from '../../scripts/postgres/start-cluster';
import { signal } from '../../scripts/postgres/stop-postmaster';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database that is only ever copied. */
    templateDatabaseUrl: string;
  }
}

type Server = { url: string; stop(): Promise<void> };

/** Every file may hold three airlines with a pool each, and several files run at once. */
const maxConnections = 200;

/**
 * Before the database tests: one PostgreSQL for the whole run (a throw-away cluster, or `TEST_DATABASE_URL`) with one
 * migrated template. Returns what undoes it.
 */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const server: Server = external ? { url: external, stop: async () => undefined } : await throwAwayServer();
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

async function throwAwayServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'passcom-test-'));
  // As root the server runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const cluster = await startCluster({
    label: 'The PostgreSQL of the tests',
    folder: join(folder, 'cluster'),
    port: await freePort(),
    database: 'passcom',
    logFile: join(folder, 'postgres.log'),
    durable: false,
    maxConnections,
  });
  // A run that ends without its teardown must not leave a server behind.
  process.once('exit', () => signal(cluster.pid, 'SIGQUIT'));
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
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
