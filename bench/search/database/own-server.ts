import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { urlOfDatabase } from '@/scripts/postgres/database';
import { freePort } from '@/scripts/postgres/ports';
import { startCluster } from '@/scripts/postgres/start-cluster';
import { signal } from '@/scripts/postgres/stop-postmaster';

/** A PostgreSQL that lives as long as the bench. */
export type OwnServer = { urlOf(database: string): string; stop(): Promise<void> };

/** What PostgreSQL allows unless told otherwise. */
const maxConnections = 100;

/** Starts a PostgreSQL of the bench's own with the settings that `npm start` gives one; its data goes with it. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'passcom-bench-search-'));
  // As root the server runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const cluster = await startCluster({
    label: 'The PostgreSQL of the bench',
    folder: join(folder, 'cluster'),
    port: await freePort(),
    database: 'passcom',
    logFile: join(folder, 'postgres.log'),
    durable: true,
    maxConnections,
  });
  // A run that is cut off must not leave a server behind.
  process.once('exit', () => {
    signal(cluster.pid, 'SIGQUIT');
    // A server that is just ending may still write there.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  return {
    urlOf: (database) => urlOfDatabase(cluster.url, database),
    stop: () => cluster.stop(),
  };
}
