import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { catalogues, legs } from '@/db/schema';
import type { Airline } from '../airline';
import type { CataloguePage } from './catalogue-messages';
import { pullCatalogue } from './pull-catalogue';
import { readChanges } from './read-changes';
import { type CatalogueAlliance, createCatalogueAlliance, publishLegs } from './testing/catalogue-airlines';

let alliance: CatalogueAlliance;
let giro: Airline;
let rumos: Airline;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  ({ giro, rumos } = alliance.airlines);
});

afterAll(() => alliance.close());

beforeEach(async () => {
  for (const { sql } of Object.values(alliance.databases)) await sql`truncate legs, catalogues, cabins`;
  alliance.forged.clear();
  alliance.states.clear();
  alliance.asked = [];
});

const copies = (airline: Airline) => airline.db.select().from(legs).orderBy(legs.legId);

async function cursorOf(airline: Airline, origin: Airline) {
  const [row] = await airline.db.select().from(catalogues).where(eq(catalogues.airline, origin.code));
  return row;
}

test('a copy is the original, with the hour it was asked for', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2, status: 'cancelled', seatsLeft: 3 }]);
  expect(await pullCatalogue(rumos, 'giro')).toEqual({ applied: 2, caughtUp: true });
  expect(await copies(rumos)).toEqual(await copies(giro));
  expect(await cursorOf(rumos, giro)).toEqual({ airline: 'giro', changeSeq: 2, asOf: alliance.time.now });
});

test('only what changed since is asked for', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }]);
  await pullCatalogue(rumos, 'giro');
  await publishLegs(giro, [{ flightNumber: 1, seatsLeft: 7 }]);
  expect(await pullCatalogue(rumos, 'giro')).toEqual({ applied: 1, caughtUp: true });
  expect((await copies(rumos)).map(({ seatsLeft }) => seatsLeft)).toEqual([7, 186]);
  expect(await pullCatalogue(rumos, 'giro')).toEqual({ applied: 0, caughtUp: true });
});

test('a page ends at its limit and the next one goes on from there', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }, { flightNumber: 3 }]);
  const first = await readChanges(giro, { after: 0, limit: 2 });
  expect(first).toMatchObject({ next: 2, latest: 3, legs: [{ changeSeq: 1 }, { changeSeq: 2 }] });
  const second = await readChanges(giro, { after: first.next, limit: 2 });
  expect(second).toMatchObject({ next: 3, latest: 3, legs: [{ changeSeq: 3 }] });
});

test('a catalogue larger than a page is pulled to its end', async () => {
  await alliance.databases.giro.sql`
    insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
      aircraft, cabin, fare_cents, seats_left, change_seq)
    select 'giro:' || n || ':2026-12-10:GRU', 'giro', n, '2026-12-10', 'GRU', 'SSA', '2026-12-10T13:00Z',
      '2026-12-10T15:00Z', '738', '738-186', 50000, 186, n
    from generate_series(1, 4500) as n`;
  await alliance.databases.giro.sql`insert into catalogues values ('giro', 4500, now())`;
  expect(await pullCatalogue(rumos, 'giro')).toEqual({ applied: 4500, caughtUp: true });
  expect(await copies(rumos)).toHaveLength(4500);
  expect(alliance.asked).toHaveLength(3);
});

test('what others publish is not passed on as one’s own', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }]);
  await pullCatalogue(rumos, 'giro');
  expect(await readChanges(rumos, { after: 0, limit: 10 })).toEqual({
    legs: [],
    next: 0,
    latest: 0,
  });
});

test('an airline cannot write another one’s legs: the whole page changes nothing', async () => {
  await publishLegs(rumos, [{ flightNumber: 1 }]);
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }]);
  alliance.forged.set('giro', (page) => ({
    ...page,
    legs: page.legs.map((leg, place) =>
      place === 1 ? { ...leg, legId: 'rumos:1:2026-12-10:GRU', fareCents: 1 } : leg,
    ),
  }));
  await expect(pullCatalogue(rumos, 'giro')).rejects.toThrow('not a leg of giro');
  expect(await copies(rumos)).toEqual([expect.objectContaining({ airline: 'rumos', fareCents: 50_000 })]);
  expect(await cursorOf(rumos, giro)).toBeUndefined();
});

test('two pulls at once apply each change once', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }]);
  const pulled = await Promise.all([pullCatalogue(rumos, 'giro'), pullCatalogue(rumos, 'giro')]);
  expect(pulled.map(({ applied }) => applied).toSorted()).toEqual([0, 2]);
  expect(await copies(rumos)).toEqual(await copies(giro));
});

test('an older state that arrives late changes nothing', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }]);
  await pullCatalogue(rumos, 'giro');
  await rumos.db.update(legs).set({ changeSeq: 50, seatsLeft: 9 });
  await publishLegs(giro, [{ flightNumber: 1, seatsLeft: 100 }]);
  await pullCatalogue(rumos, 'giro');
  expect(await copies(rumos)).toEqual([expect.objectContaining({ seatsLeft: 9, changeSeq: 50 })]);
});

test('a peer that began anew is copied from the start, and legs it no longer has are gone', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }, { flightNumber: 3 }]);
  await pullCatalogue(rumos, 'giro');
  await alliance.databases.giro.sql`truncate legs, catalogues, cabins`;
  await publishLegs(giro, [{ flightNumber: 3, fareCents: 60_000 }]);
  expect(await pullCatalogue(rumos, 'giro')).toEqual({ applied: 1, caughtUp: true });
  expect(await copies(rumos)).toEqual(await copies(giro));
});

test('a peer that does not answer leaves the copy and its hour as they were', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }]);
  await pullCatalogue(rumos, 'giro');
  const before = await cursorOf(rumos, giro);
  alliance.states.set('giro', 'offline');
  await expect(pullCatalogue(rumos, 'giro')).rejects.toThrow('giro did not answer');
  expect(await cursorOf(rumos, giro)).toEqual(before);
  expect(await copies(rumos)).toHaveLength(1);
});

test('a pull that is behind does not call the copy current', async () => {
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }]);
  const aborter = new AbortController();
  alliance.forged.set('giro', (page: CataloguePage) => {
    aborter.abort();
    return { ...page, legs: page.legs.slice(0, 1), next: 1 };
  });
  const pulled = await pullCatalogue(rumos, 'giro', { signal: aborter.signal });
  expect(pulled).toEqual({ applied: 1, caughtUp: false });
  expect(await cursorOf(rumos, giro)).toEqual({ airline: 'giro', changeSeq: 1, asOf: null });
});
