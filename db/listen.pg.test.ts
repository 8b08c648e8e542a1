import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntil } from '@/scripts/wait-until';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { listenOn } from './listen';

let database: TestDatabase;
const deadlineMs = 15_000;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function listenAndRemember(channel: string) {
  const heard: string[] = [];
  let subscriptions = 0;
  const listener = listenOn({
    url: database.url,
    channel,
    onReady: () => subscriptions++,
    onNotice: (payload) => heard.push(payload),
  });
  return { heard, listener, subscriptions: () => subscriptions };
}

/** Ends the sessions that listen, as a restart of PostgreSQL does. */
async function loseSessions(): Promise<void> {
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'passcom listen'`;
}

describe('listening', () => {
  it('hears what is said after it is ready, on its channel only', async () => {
    const { heard, listener, subscriptions } = listenAndRemember('news');
    await waitUntil(() => subscriptions() === 1, deadlineMs, 5);
    await database.sql.notify('elsewhere', 'not for us');
    await database.sql.notify('news', 'first');
    await database.sql.notify('news', 'second');
    await waitUntil(() => heard.length === 2, deadlineMs, 5);
    await listener.stop();
    expect(heard).toEqual(['first', 'second']);
  });

  it('is ready again after every loss of its session, and hears again', async () => {
    const { heard, listener, subscriptions } = listenAndRemember('news');
    for (const round of [1, 2, 3]) {
      await waitUntil(() => subscriptions() === round, deadlineMs, 5);
      await database.sql.notify('news', `round ${round}`);
      await waitUntil(() => heard.length === round, deadlineMs, 5);
      await loseSessions();
    }
    await waitUntil(() => subscriptions() === 4, deadlineMs, 5);
    await listener.stop();
    expect(subscriptions()).toBe(4);
    expect(heard).toEqual(['round 1', 'round 2', 'round 3']);
  });

  it('stopped while its session is lost, it stays stopped', async () => {
    const { listener, subscriptions } = listenAndRemember('news');
    await waitUntil(() => subscriptions() === 1, deadlineMs, 5);
    await loseSessions();
    await listener.stop();
    const sessions = await waitUntil(
      async () => {
        const [row] = await database.sql<{ count: number }[]>`
          select count(*)::int as count from pg_stat_activity
          where datname = current_database() and application_name = 'passcom listen'`;
        return row?.count === 0 && 'none';
      },
      deadlineMs,
      10,
    );
    expect(sessions).toBe('none');
    expect(subscriptions()).toBe(1);
  });
});
