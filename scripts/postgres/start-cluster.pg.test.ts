import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isAlive } from '../process-identity';
import { waitUntil } from '../wait-until';
import { withConnection } from './database';
import { freePort } from './ports';
import { findPostmaster } from './postmaster-file';
import { type Cluster, startCluster } from './start-cluster';
import { stopPostmaster } from './stop-postmaster';

let home: string;
let port: number;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'passcom-cluster-'));
  chmodSync(home, 0o755);
  port = await freePort();
});

afterEach(async () => {
  const left = findPostmaster(clusterFolder());
  if (left) await stopPostmaster(left.pid);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const clusterFolder = () => join(home, 'cluster');

function start(settings: { port?: number } = {}): Promise<Cluster> {
  return startCluster({
    label: 'PostgreSQL of Rumos (RUMOS_POSTGRES_PORT)',
    folder: clusterFolder(),
    port,
    database: 'passcom',
    logFile: join(home, 'postgres.log'),
    durable: true,
    maxConnections: 20,
    ...settings,
  });
}

const ask = (url: string, name: string) =>
  withConnection(url, async (sql) => (await sql`select current_setting(${name}) as value`)[0]?.value);

test('a new cluster is durable, keeps to loopback and wants a password', async () => {
  const { url } = await start();
  expect(await ask(url, 'synchronous_commit')).toBe('on');
  expect(await ask(url, 'fsync')).toBe('on');
  expect(await ask(url, 'listen_addresses')).toBe('127.0.0.1');
  expect(await ask(url, 'server_encoding')).toBe('UTF8');
  const wrong = url.replace(/:[^:@]+@/, ':wrong@');
  await expect(ask(wrong, 'fsync')).rejects.toThrow('password authentication failed');
});

test('a cluster that still runs is adopted', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
});

test('a cluster that still runs on another port is moved', async () => {
  const first = await start();
  const second = await start({ port: await freePort() });
  expect(second.adopted).toBe(false);
  expect(isAlive(first.pid)).toBe(false);
});

test('what was committed survives kill -9, and the file that it leaves is no obstacle', async () => {
  const first = await start();
  await withConnection(first.url, (sql) => sql`create table kept as select 1 as one`);
  first.kill();
  await waitUntil(() => !isAlive(first.pid), 15_000);
  const second = await start();
  expect(await withConnection(second.url, (sql) => sql`select one from kept`)).toMatchObject([{ one: 1 }]);
});

test("a left-over file with another living process's number is no obstacle", async () => {
  const first = await start();
  const file = join(clusterFolder(), 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  await first.stop();
  writeFileSync(file, [process.pid, ...lines.slice(1)].join('\n'), { mode: 0o644 });
  expect((await start()).adopted).toBe(false);
});

test('a port in use is refused by name', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = (other.address() as AddressInfo).port;
  await expect(start({ port: taken })).rejects.toThrow(
    `Port ${taken} for PostgreSQL of Rumos (RUMOS_POSTGRES_PORT) is taken`,
  );
  other.close();
});

test('a broken cluster says why, what to do, and leaves nothing running', async () => {
  await (await start()).stop();
  renameSync(join(clusterFolder(), 'global/pg_control'), join(home, 'pg_control'));
  await expect(start()).rejects.toThrow(
    /PostgreSQL of Rumos .* did not start: .*pg_control.* npm start -- --fresh/,
  );
  expect(findPostmaster(clusterFolder())).toBeNull();
});
