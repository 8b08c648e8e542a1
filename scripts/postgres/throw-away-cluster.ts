import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { type ClusterSettings, startCluster } from './start-cluster';
import { signal } from './stop-postmaster';

export type ThrowAwayCluster = { url: string; stop(): Promise<void> };

/**
 * Starts a PostgreSQL in a temporary folder on a free port. It goes, with all that it holds, when it is stopped or this
 * process ends.
 */
export async function startThrowAwayCluster(
  settings: Pick<ClusterSettings, 'label' | 'durable' | 'maxConnections'>,
): Promise<ThrowAwayCluster> {
  const home = mkdtempSync(join(tmpdir(), 'passcom-'));
  // As root the server runs under another account, which must be able to enter.
  chmodSync(home, 0o755);
  // A server that is just ending may still write there.
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const cluster = await startCluster({
    ...settings,
    folder: join(home, 'cluster'),
    port: await freePort(),
    database: 'passcom',
    logFile: join(home, 'postgres.log'),
  });
  const end = () => {
    signal(cluster.pid, 'SIGQUIT');
    removeHome();
  };
  process.once('exit', end);
  return {
    url: cluster.url,
    async stop() {
      process.off('exit', end);
      await cluster.stop();
      removeHome();
    },
  };
}
