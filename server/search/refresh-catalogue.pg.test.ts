import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLogs, legs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '@/server/catalogue/testing/catalogue-airlines';
import { copyCatalogue } from '@/server/catalogue/testing/copy-catalogue';
import { catalogueIndexSize } from './catalogue-index';
import { catalogueStateOf } from './catalogue-state';
import { refreshCatalogue } from './refresh-catalogue';
import { searchItineraries } from './search-itineraries';

let alliance: CatalogueAlliance;
let airline: Airline;

const flights = (numbers: readonly number[]) => numbers.map((flightNumber) => ({ flightNumber }));
const ofGiro = eq(changeLogs.origin, 'giro');

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
});
afterAll(() => alliance.close());

/** Rumos flies 1; it has a copy of Giro's 10, 11 and 12; its index is complete and answers without a look. */
beforeEach(async () => {
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  for (const { sql } of Object.values(alliance.databases))
    await sql`truncate legs, catalogues, cabins, change_logs`;
  airline = { ...alliance.airlines.rumos };
  await publishLegs(airline, flights([1]));
  await publishLegs(alliance.airlines.giro, flights([10, 11, 12]));
  await copyCatalogue({ from: alliance.airlines.giro, to: airline });
  await refreshCatalogue(airline);
  catalogueStateOf(airline).feed = 'hears';
});

async function flown(): Promise<number[]> {
  const query = { from: 'GRU', to: 'SSA', date: '2026-12-10', passengers: 1 };
  const { itineraries } = await searchItineraries(airline, query);
  return itineraries.flatMap(({ legs: [leg] }) => leg?.flightNumber ?? []).toSorted((a, b) => a - b);
}

/** From here on whatever the airline reads of its legs waits until it is let go. */
function holdReads(): { letGo(): void } {
  const { db } = airline;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  airline.db = new Proxy(db, {
    get: (target, name) =>
      name === 'execute'
        ? async (query: Parameters<typeof db.execute>[0]) => {
            const rows = await target.execute(query);
            await held;
            return rows;
          }
        : Reflect.get(target, name),
  });
  return { letGo };
}

/** Giro's copies are replaced: 10 is gone, 11 stays, 20 and 21 are new. */
async function replaceCopies(log: Partial<typeof changeLogs.$inferInsert>): Promise<void> {
  const giro = alliance.airlines.giro;
  await giro.db.delete(legs);
  await publishLegs(giro, flights([11, 20, 21]));
  await airline.db.delete(legs).where(eq(legs.airline, 'giro'));
  await copyCatalogue({ from: giro, to: airline });
  await airline.db.update(changeLogs).set(log).where(ofGiro);
}

describe('while the copies of an airline are replaced', () => {
  it.each([
    ['by a snapshot', { bootstrappedAt: new Date('2026-12-01T12:00:00.000Z') }],
    ['because its log began anew', { epoch: 2 }],
  ])('%s, a search finds the old ones until the new ones are complete', async (_why, log) => {
    await replaceCopies(log);
    const { letGo } = holdReads();
    const refreshing = refreshCatalogue(airline);
    let isOver = false;
    void refreshing.then(() => {
      isOver = true;
    });
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await flown()).toEqual([1, 10, 11, 12]);
      await new Promise(setImmediate);
    }
    expect(isOver).toBe(false);
    letGo();
    await refreshing;
    expect(await flown()).toEqual([1, 11, 20, 21]);
  });

  it('page by page, nothing of it is found before the last page', async () => {
    const position = { epoch: 1, seq: 900, entity: 'leg', after: 'giro:11:2026-12-10:GRU' };
    await replaceCopies({ bootstrap: position });
    await refreshCatalogue(airline);
    expect(await flown()).toEqual([1, 10, 11, 12]);
    await airline.db.update(changeLogs).set({ bootstrap: null, bootstrappedAt: new Date() }).where(ofGiro);
    await refreshCatalogue(airline);
    expect(await flown()).toEqual([1, 11, 20, 21]);
  });

  it('a process that starts takes what there is', async () => {
    await replaceCopies({ bootstrap: { epoch: 1, seq: 900, entity: 'leg', after: null } });
    airline = { ...airline };
    await refreshCatalogue(airline);
    expect(await flown()).toEqual([1, 11, 20, 21]);
  });

  it('a leg that is sold while the new ones are read is not lost', async () => {
    await replaceCopies({ epoch: 2 });
    const { db } = airline;
    airline.db = new Proxy(db, {
      get: (target, name) =>
        name === 'execute'
          ? async (query: Parameters<typeof db.execute>[0]) => {
              await target
                .update(legs)
                .set({ seatsLeft: 7, changeSeq: 900 })
                .where(eq(legs.flightNumber, 11));
              await target.execute(sql`update catalogues set change_seq = 900 where airline = 'giro'`);
              return target.execute(query);
            }
          : Reflect.get(target, name),
    });
    await refreshCatalogue(airline);
    expect(await flown()).toEqual([1, 11, 20, 21]);
  });

  it('a database that fails in the middle leaves the old ones, and the next look brings the new ones', async () => {
    await replaceCopies({ epoch: 2 });
    const { db } = airline;
    airline.db = new Proxy(db, {
      get: (target, name) =>
        name === 'execute' ? () => Promise.reject(new Error('gone')) : Reflect.get(target, name),
    });
    await expect(refreshCatalogue(airline)).rejects.toThrow('gone');
    expect(await flown()).toEqual([1, 10, 11, 12]);
    airline.db = db;
    await refreshCatalogue(airline);
    expect(await flown()).toEqual([1, 11, 20, 21]);
  });
});

it('a flight that departed more than a day ago is forgotten, and is not read again', async () => {
  const { time } = alliance;
  time.now = new Date('2026-12-11T12:59:00.000Z');
  await refreshCatalogue(airline);
  expect(catalogueIndexSize(airline).legs).toBe(4);
  time.now = new Date('2026-12-11T13:01:00.000Z');
  await refreshCatalogue(airline);
  expect(catalogueIndexSize(airline).legs).toBe(0);
  await publishLegs(airline, [
    { flightNumber: 1, seatsLeft: 3 },
    { flightNumber: 2, departsAt: time.now },
  ]);
  await refreshCatalogue(airline);
  expect(catalogueIndexSize(airline).legs).toBe(1);
});

it('what a clock that was far ahead made it forget is read anew when the clock is put right', async () => {
  const { now } = alliance.time;
  alliance.time.now = new Date('2027-12-01T12:00:00.000Z');
  await refreshCatalogue(airline);
  expect(catalogueIndexSize(airline).legs).toBe(0);
  alliance.time.now = now;
  await refreshCatalogue(airline);
  expect(await flown()).toEqual([1, 10, 11, 12]);
});

it('searches are answered while thousands of changes come in', async () => {
  await airline.db.execute(sql`
    insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at, aircraft,
      cabin, fare_cents, seats_left, change_seq)
    select 'rumos:' || number || ':2026-12-11:GRU', airline, number, '2026-12-11', origin, destination,
      departs_at + number * interval '1 minute', arrives_at + number * interval '1 minute', aircraft, cabin, fare_cents,
      seats_left, number
    from legs, generate_series(100, 5099) as number where flight_number = 1`);
  await airline.db.execute(sql`update catalogues set change_seq = 5099 where airline = 'rumos'`);
  let isOver = false;
  const refreshing = refreshCatalogue(airline).then(() => {
    isOver = true;
  });
  let answered = 0;
  while (!isOver) {
    expect((await flown()).length).toBeGreaterThanOrEqual(4);
    answered += 1;
    await new Promise(setImmediate);
  }
  await refreshing;
  expect(answered).toBeGreaterThan(5);
  expect(catalogueIndexSize(airline).legs).toBe(5_004);
});
