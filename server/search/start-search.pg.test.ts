import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Airline } from '@/server/airline';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '@/server/catalogue/testing/catalogue-airlines';
import { startSearch } from './start-search';

let alliance: CatalogueAlliance;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
});
afterAll(() => alliance.close());

async function start(): Promise<[message: string, fields: Record<string, number>]> {
  const logged: [string, Record<string, number>][] = [];
  const airline: Airline = {
    ...alliance.airlines.rumos,
    log: (_level, message, fields) => logged.push([message, fields as Record<string, number>]),
  };
  await (await startSearch(airline, alliance.databases.rumos.url)).stop();
  const [first] = logged;
  if (!first) throw new Error('nothing was logged');
  return first;
}

it('an airline without flights starts at once', async () => {
  expect(await start()).toMatchObject(['search index ready', { legs: 0, warmUpSearches: 0 }]);
});

it('a start reads every leg, is warm soon, and says so', async () => {
  await publishLegs(alliance.airlines.rumos, [{ flightNumber: 1 }, { flightNumber: 2, origin: 'BSB' }]);
  const [, { legs, warmUpSearches, warmUpMs = Infinity }] = await start();
  expect(legs).toBe(2);
  expect(warmUpSearches).toBeGreaterThan(0);
  expect(warmUpSearches).toBeLessThanOrEqual(1_000);
  expect(warmUpMs).toBeGreaterThan(0);
});
