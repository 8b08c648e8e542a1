import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseClient, openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { freePort } from '@/scripts/postgres/ports';
import { type Cluster, startCluster } from '@/scripts/postgres/start-cluster';
import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { TestAlliance } from '@/server/testing/alliance';

/** One airline of a test alliance on a PostgreSQL of its own, whose files can be saved and put back. */
export type OwnCluster = {
  /** Stops it, copies its files aside, starts it again. */
  backUp(): Promise<void>;
  /** Stops it, puts the saved files in place of its own, starts it. */
  restore(): Promise<void>;
  /** Starts the saved files as a second server beside it, for whoever clones a machine. */
  startClone(): Promise<Airline>;
  restart(): Promise<void>;
  remove(): Promise<void>;
};

/** Moves an airline onto a cluster of its own. Each start is a new `Airline`, as a new process would have it. */
export async function moveToOwnCluster(alliance: TestAlliance, code: AirlineCode): Promise<OwnCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'passcom-memory-'));
  chmodSync(folder, 0o755);
  const [present, saved, cloned] = ['present', 'saved', 'cloned'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const running: { cluster: Cluster; client: DatabaseClient }[] = [];

  async function start(place: string): Promise<Airline> {
    const cluster = await startCluster({
      label: `PostgreSQL of ${code} in this test`,
      folder: place,
      port: await freePort(),
      database: 'passcom',
      logFile: join(folder, 'postgres.log'),
      durable: false,
      maxConnections: 40,
    });
    await migrateDatabase(cluster.url);
    const client = openDatabase(cluster.url, 6);
    running.push({ cluster, client });
    return { ...alliance.airlines[code], db: client.db };
  }

  async function stop(): Promise<void> {
    const last = running.pop();
    await last?.client.close();
    await last?.cluster.stop();
  }

  async function restart(between: () => void): Promise<void> {
    await stop();
    between();
    alliance.airlines[code] = await start(present);
  }

  alliance.airlines[code] = await start(present);
  return {
    restart: () => restart(() => undefined),
    backUp: () => restart(() => copyFiles(present, saved)),
    restore: () => restart(() => copyFiles(saved, present)),
    startClone() {
      copyFiles(saved, cloned);
      return start(cloned);
    },
    async remove() {
      while (running.length > 0) await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With their owner: PostgreSQL may run under another account than the test. The cluster's password lies beside it. */
function copyFiles(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, to]);
  execFileSync('cp', ['-a', `${from}.password`, `${to}.password`]);
}
