import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '@/server/airline';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '@/server/catalogue/testing/catalogue-airlines';
import type { Loop } from '@/server/replication/loop';
import { notifyChanges } from '@/server/replication/notify-changes';
import { catalogueStateOf } from './catalogue-state';
import { feedCatalogue } from './feed-catalogue';
import { searchItineraries } from './search-itineraries';

const deadlineMs = 15_000;

let alliance: CatalogueAlliance;
let airline: Airline;
let feed: Loop;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
});
afterAll(() => alliance.close());

// Each story has its own process's memory: what is remembered hangs on the Airline object.
beforeEach(async () => {
  airline = { ...alliance.airlines.rumos };
  await publishFare(50_000);
  feed = feedCatalogue(airline, alliance.databases.rumos.url);
  await isFed('hears');
});
afterEach(() => feed.stop());

const publishFare = (fareCents: number) => publishLegs(airline, [{ flightNumber: 1, fareCents }]);
const tell = () => notifyChanges(airline.db, 'rumos', null);
const isFed = (state: string, process = airline) =>
  waitUntil(() => catalogueStateOf(process).feed === state, deadlineMs, 2);

async function lowestFare(process = airline): Promise<number | undefined> {
  const query = { from: 'GRU', to: 'SSA', date: '2026-12-10', passengers: 1 };
  return (await searchItineraries(process, query)).itineraries[0]?.totalFareCents;
}

describe('a search whose index is fed', () => {
  it('waits for nothing, however long ago the database was read', async () => {
    alliance.time.now = new Date(alliance.time.now.getTime() + 60_000);
    let fare: number | undefined;
    void lowestFare().then((found) => {
      fare = found;
    });
    // Nothing can be read from a database before the event loop turns.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(fare).toBe(50_000);
  });

  it('finds a change soon after it was told of, many at a time', async () => {
    for (let fare = 60_000; fare <= 60_020; fare += 1) {
      await publishFare(fare);
      await tell();
    }
    expect(await waitUntil(async () => (await lowestFare()) === 60_020, deadlineMs, 2)).toBe(true);
  });

  it('finds it in every process of the airline', async () => {
    const other = { ...airline };
    const otherFeed = feedCatalogue(other, alliance.databases.rumos.url);
    await isFed('hears', other);
    await publishFare(65_000);
    await tell();
    for (const process of [airline, other]) {
      expect(await waitUntil(async () => (await lowestFare(process)) === 65_000, deadlineMs, 2)).toBe(true);
    }
    await otherFeed.stop();
  });

  it('finds what nobody told of by itself', async () => {
    await publishFare(70_000);
    expect(await waitUntil(async () => (await lowestFare()) === 70_000, deadlineMs, 5)).toBe(true);
  });

  it('knows when nobody can tell it, and hears again afterwards', async () => {
    await alliance.databases.rumos.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'passcom listen'`;
    expect(await isFed('deaf')).toBe(true);
    await publishFare(80_000);
    expect(await isFed('hears')).toBe(true);
    expect(await lowestFare()).toBe(80_000);
  });
});

describe('a search whose feed is deaf', () => {
  const broken = (select: () => unknown) => ({ select }) as unknown as Airline['db'];
  const passTime = () => {
    alliance.time.now = new Date(alliance.time.now.getTime() + 500);
  };

  beforeEach(async () => {
    await feed.stop();
    catalogueStateOf(airline).feed = 'deaf';
    passTime();
  });

  it('looks itself', async () => {
    await publishFare(80_000);
    expect(await waitUntil(async () => (await lowestFare()) === 80_000, deadlineMs, 2)).toBe(true);
  });

  it('answers from what is there when the database cannot be read', async () => {
    airline.db = broken(() => {
      throw new Error('no database');
    });
    expect(await lowestFare()).toBe(50_000);
  });

  it('answers from what is there when the database takes its time', async () => {
    const never = new Promise<never>(() => undefined);
    airline.db = broken(() => ({ from: () => ({ fullJoin: () => never }) }));
    expect(await lowestFare()).toBe(50_000);
  });
});

it('without a feed a database that cannot be read is an error', async () => {
  const unfed = { ...airline, db: {} as Airline['db'] };
  await expect(
    searchItineraries(unfed, { from: 'GRU', to: 'SSA', date: '2026-12-10', passengers: 1 }),
  ).rejects.toThrow();
});
