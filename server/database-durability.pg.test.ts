import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/db/client';
import { withConnection } from '@/scripts/postgres/database';
import { freePort } from '@/scripts/postgres/ports';
import { type Cluster, startCluster } from '@/scripts/postgres/start-cluster';
import { refuseForgetfulDatabase } from './database-durability';
import { writeDemoAlliance } from './peers/demo-alliance';
import { startAirlineOrExit } from './start-airline';

let home: string;
let cluster: Cluster;

async function start(durable: boolean): Promise<Cluster> {
  return startCluster({
    label: 'The PostgreSQL of this test',
    folder: join(home, durable ? 'durable' : 'forgetful'),
    port: await freePort(),
    database: 'passcom',
    logFile: join(home, 'postgres.log'),
    durable,
    maxConnections: 20,
  });
}

/** What an airline that uses this URL is told: null when it may start. */
async function refusalOf(url: string): Promise<string | null> {
  const { db, close } = openDatabase(url, 2);
  try {
    return await refuseForgetfulDatabase(db).then(
      () => null,
      (error: Error) => error.message,
    );
  } finally {
    await close();
  }
}

const run = (statement: string) => withConnection(cluster.url, (sql) => sql.unsafe(statement));

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'passcom-durability-'));
  chmodSync(home, 0o755);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a cluster as npm start makes it', () => {
  beforeAll(async () => {
    cluster = await start(true);
  });
  afterEach(async () => {
    await run('alter role passcom reset synchronous_commit');
    await run('alter database passcom reset synchronous_commit');
  });
  afterAll(() => cluster.stop());

  it('is accepted', async () => {
    expect(await refusalOf(cluster.url)).toBeNull();
  });

  it.each(['local', 'remote_write', 'remote_apply'])(
    'is accepted with synchronous_commit = %s',
    async (value) => {
      await run(`alter role passcom set synchronous_commit = ${value}`);
      expect(await refusalOf(cluster.url)).toBeNull();
    },
  );

  it.each(['role', 'database'])('is refused when synchronous_commit is off for the %s', async (what) => {
    await run(`alter ${what} passcom set synchronous_commit = off`);
    expect(await refusalOf(cluster.url)).toMatch(/^the database may forget .*\(synchronous_commit = off\)/);
  });

  it('is refused when the URL itself switches synchronous_commit off', async () => {
    const url = `${cluster.url}?synchronous_commit=off`;
    expect(await refusalOf(url)).toContain('(synchronous_commit = off)');
  });
});

describe('a cluster whose data may be thrown away', () => {
  beforeAll(async () => {
    cluster = await start(false);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  afterAll(() => cluster.stop());

  it('is refused, and everything that is off is named', async () => {
    expect(await refusalOf(cluster.url)).toContain(
      '(fsync = off, full_page_writes = off, synchronous_commit = off)',
    );
  });

  it('stops the airline at its start with one sentence and status 1, and before it has listened or migrated', async () => {
    const peerUrl = 'http://127.0.0.1:1';
    const folder = join(home, 'alliance');
    const code = 'giro';
    const { allianceFile, keyFiles } = writeDemoAlliance({
      folder,
      members: [{ code, siteUrl: 'http://127.0.0.1:2', peerUrl }],
    });
    const environment = {
      AIRLINE: code,
      DATABASE_URL: cluster.url,
      PEER_PORT: String(await freePort()),
      ALLIANCE_FILE: allianceFile,
      PEER_KEY_FILE: keyFiles[code],
      NEXTAUTH_URL: 'http://127.0.0.1:2',
      NEXTAUTH_SECRET: 's'.repeat(32),
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ended = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    await startAirlineOrExit();
    expect(ended.mock.calls).toEqual([[1]]);
    expect(said.mock.calls).toEqual([
      [expect.stringMatching(/^PassCom cannot start: the database may forget .*fsync = off.*\.$/)],
    ]);
    const tables = await run("select 1 from pg_tables where schemaname = 'public'");
    expect(tables).toHaveLength(0);
  });
});
