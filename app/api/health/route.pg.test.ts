import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Airline } from '@/server/airline';
import { type AirlineStatus, type Runtime, setRuntime } from '@/server/boot';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { GET } from './route';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function run(status: AirlineStatus): void {
  const airline = { code: 'rumos', db: database.db, peers: { codes: [] } } as unknown as Airline;
  setRuntime({ airline, status } as Runtime);
}

it('answers 503 before the airline has started', async () => {
  const response = await GET();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: 'starting' });
});

it('answers 200 when it can sell, and is never cached', async () => {
  run('ready');
  const response = await GET();
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({
    airline: 'rumos',
    status: 'ready',
    database: 'ok',
    peers: {},
  });
});

it('answers 503 while it drains, so that nobody is sent here any more', async () => {
  run('draining');
  expect((await GET()).status).toBe(503);
});
