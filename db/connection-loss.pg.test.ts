import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '@/scripts/postgres/ports';
import { type Cluster, startCluster } from '@/scripts/postgres/start-cluster';
import { waitUntil } from '@/scripts/wait-until';
import { type DatabaseClient, openDatabase, type Tx } from './client';

// Whatever these tests break must reach the caller as a rejection: an uncaught exception fails the whole run.

let home: string;
let port: number;
let cluster: Cluster;
let admin: postgres.Sql;
let client: DatabaseClient;

async function start(): Promise<void> {
  cluster = await startCluster({
    label: 'The PostgreSQL of this test',
    folder: join(home, 'cluster'),
    port,
    database: 'passcom',
    logFile: join(home, 'postgres.log'),
    durable: false,
    maxConnections: 50,
  });
  admin = postgres(cluster.url, { max: 2, onnotice: () => undefined });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'passcom-loss-'));
  chmodSync(home, 0o755);
  port = await freePort();
  await start();
  await admin`create table notes (word text primary key)`;
  await admin`create table numbers (n int unique deferrable initially deferred)`;
});
beforeEach(async () => {
  await admin`truncate notes, numbers`;
  client = openDatabase(cluster.url, 1);
});
afterEach(() => client.close());
afterAll(async () => {
  await admin.end({ timeout: 1 });
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
});

const write = (tx: Tx, word: string) => tx.execute(sql`insert into notes values (${word})`);

async function written(): Promise<string[]> {
  const rows = await admin<{ word: string }[]>`select word from notes order by word`;
  return rows.map(({ word }) => word);
}

async function sessionOf(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
}

/** Ends a session of the pool as an administrator would, and returns when it is gone. */
async function endSession(pid: number): Promise<void> {
  await admin`select pg_terminate_backend(${pid}, 5000)`;
}

/** Resolves when the session waits for what its wait event names. */
async function waitsIn(pid: number, event: string): Promise<void> {
  const seen = await waitUntil(async () => {
    const rows = await admin`select 1 from pg_stat_activity where pid = ${pid} and wait_event = ${event}`;
    return rows.length > 0;
  }, 15_000);
  expect(seen).toBe(true);
}

const lost = { code: 'CONNECTION_CLOSED' };

describe('a tx is not reported as committed', () => {
  it('when PostgreSQL answers its COMMIT with ROLLBACK, which is no error', async () => {
    const session = await admin.reserve();
    await session`begin`;
    await session`select 1 / 0`.catch(() => undefined);
    expect((await session`commit`).command).toBe('ROLLBACK');
    session.release();
  });

  it('when the error of a statement was caught in it', async () => {
    const run = client.db.transaction(async (tx) => {
      await write(tx, 'a');
      await write(tx, 'a').catch(() => undefined);
      return 'done';
    });
    await expect(run).rejects.toMatchObject({ code: '23505' });
    expect(await written()).toEqual([]);
  });

  it('when a statement that nobody awaits fails before the COMMIT', async () => {
    const run = client.db.transaction(async (tx) => {
      await write(tx, 'a');
      void tx.execute(sql`select 1 / 0`).catch(() => undefined);
      await Promise.resolve();
      return 'done';
    });
    await expect(run).rejects.toThrow('division by zero');
    expect(await written()).toEqual([]);
  });

  it('when a check fails at COMMIT itself', async () => {
    const run = client.db.transaction(async (tx) => {
      await tx.execute(sql`insert into numbers values (1), (1)`);
      return 'done';
    });
    await expect(run).rejects.toMatchObject({ code: '23505' });
  });

  it('but an error in a savepoint undoes the savepoint alone, at any depth', async () => {
    const inner = (tx: Tx) => write(tx, 'b').then(() => write(tx, 'b'));
    await client.db.transaction(async (tx) => {
      await write(tx, 'a');
      await tx.transaction((one) => write(one, 'c'));
      const failing = tx.transaction(async (one) => {
        await write(one, 'd');
        await one.transaction((two) => write(two, 'e'));
        await one.transaction(inner);
      });
      await expect(failing).rejects.toMatchObject({ cause: { code: '23505' } });
      await expect(tx.transaction((one) => inner(one).catch(() => []))).rejects.toMatchObject({
        code: '23505',
      });
    });
    expect(await written()).toEqual(['a', 'c']);
  });
});

describe('a connection that is lost', () => {
  it('between two statements fails the tx with nothing stored, and the pool goes on', async () => {
    const run = client.db.transaction(async (tx) => {
      await write(tx, 'a');
      await endSession(await sessionOf(tx));
      await write(tx, 'b');
    });
    await expect(run).rejects.toMatchObject({ cause: lost });
    await client.db.execute(sql`insert into notes values ('c')`);
    expect(await written()).toEqual(['c']);
  });

  it('just before COMMIT fails the tx with nothing stored, and the pool goes on', async () => {
    const run = client.db.transaction(async (tx) => {
      await write(tx, 'a');
      await endSession(await sessionOf(tx));
      return 'done';
    });
    await expect(run).rejects.toMatchObject(lost);
    await client.db.execute(sql`insert into notes values ('c')`);
    expect(await written()).toEqual(['c']);
  });

  it('during a statement fails the tx, though its error is caught', async () => {
    const run = client.db.transaction(async (tx) => {
      await write(tx, 'a');
      const pid = await sessionOf(tx);
      const sleeping = tx.execute(sql`select pg_sleep(60)`).catch(() => undefined);
      await waitsIn(pid, 'PgSleep');
      await endSession(pid);
      await sleeping;
      return 'done';
    });
    await expect(run).rejects.toMatchObject(lost);
    expect(await written()).toEqual([]);
  });

  it('during COMMIT leaves the outcome unknown: here the tx has committed', async () => {
    await admin`alter system set synchronous_standby_names = 'nobody'`;
    await admin`select pg_reload_conf()`;
    let pid = 0;
    const run = client.db.transaction(async (tx) => {
      await tx.execute(sql`set local synchronous_commit = on`);
      await write(tx, 'a');
      pid = await sessionOf(tx);
    });
    const outcome = expect(run).rejects.toMatchObject(lost);
    await waitUntil(() => pid > 0, 15_000, 5);
    await waitsIn(pid, 'SyncRep');
    await endSession(pid);
    await outcome;
    await admin`alter system reset synchronous_standby_names`;
    await admin`select pg_reload_conf()`;
    expect(await written()).toEqual(['a']);
  });

  it('lets no statement of its tx into the session of another', async () => {
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let pid = 0;
    const stale = client.db.transaction(async (tx) => {
      await write(tx, 'stale before');
      pid = await sessionOf(tx);
      await gate;
      await write(tx, 'stale after');
    });
    const staleOutcome = expect(stale).rejects.toMatchObject({ cause: lost });
    await waitUntil(() => pid > 0, 15_000, 5);
    await endSession(pid);
    const other = client.db.transaction(async (tx) => {
      await write(tx, 'other');
      goOn();
      await staleOutcome;
      await write(tx, 'other, too');
      throw new Error('changed my mind');
    });
    await expect(other).rejects.toThrow('changed my mind');
    expect(await written()).toEqual([]);
  });

  it('lets no statement through after the end of its tx', async () => {
    const kept = await client.db.transaction(async (tx) => tx);
    await expect(write(kept, 'late')).rejects.toMatchObject({
      cause: { message: 'a statement came after the end of its tx' },
    });
    expect(await written()).toEqual([]);
  });
});

describe('a server that is killed', () => {
  it('fails what was under way, and answers at once when it is back', async () => {
    const pool = openDatabase(cluster.url, 8);
    const retried: Promise<unknown>[] = [];
    const running = Array.from({ length: 16 }, (_, index) =>
      pool.db
        .transaction(async (tx) => {
          await write(tx, `${index}`);
          await tx.execute(sql`select pg_sleep(60)`);
        })
        .catch((error) => {
          retried.push(pool.db.execute(sql`select 1`).catch(() => 'refused'));
          throw error;
        }),
    );
    await waitUntil(async () => {
      const asleep = await admin`select 1 from pg_stat_activity where wait_event = 'PgSleep'`;
      return asleep.length === 8;
    }, 15_000);
    await admin.end({ timeout: 1 });
    cluster.kill();
    const outcomes = await Promise.allSettled(running);
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
    expect(await Promise.all(retried)).toEqual(retried.map(() => 'refused'));
    await start();
    const answers = Array.from({ length: 16 }, () => pool.db.execute(sql`select 1 as one`));
    const inTime = await Promise.race([
      Promise.all(answers).then(() => true),
      waitUntil(() => false, 15_000).then(() => false),
    ]);
    expect(inTime).toBe(true);
    expect(await written()).toEqual([]);
    await pool.close();
  });
});

describe('closing', () => {
  it('lets a running tx finish, refuses the next, and leaves no session', async () => {
    const pool = openDatabase(cluster.url, 2);
    let begun = false;
    const running = pool.db.transaction(async (tx) => {
      await write(tx, 'a');
      begun = true;
      await tx.execute(sql`select pg_sleep(0.2)`);
      await write(tx, 'b');
    });
    await waitUntil(() => begun, 15_000, 5);
    const closed = pool.close();
    await expect(pool.db.execute(sql`select 1`)).rejects.toMatchObject({
      cause: { message: 'the connection pool is closed' },
    });
    await Promise.all([running, closed]);
    expect(await written()).toEqual(['a', 'b']);
    const gone = await waitUntil(async () => {
      const left = await admin`select 1 from pg_stat_activity where application_name = 'passcom'`;
      return left.length === 0;
    }, 15_000);
    expect(gone).toBe(true);
  });
});
