import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { catalogues, legs, outbox, seatClaims } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '../airline';
import { type LegId, legIdSchema } from '../domain/leg';
import { changesChannel } from '../replication/notify-changes';
import { startAvailabilityLoop } from './availability-loop';
import { markAvailabilityStale } from './mark-availability';
import { publishAvailability, publishMarkedAvailability } from './publish-availability';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  legRow,
  publishLegs,
} from './testing/catalogue-airlines';
import { copyCatalogue } from './testing/copy-catalogue';

let alliance: CatalogueAlliance;
let giro: Airline;
let heard: string[] = [];

const first = legIdSchema.parse('giro:1:2026-12-10:GRU');
const second = legIdSchema.parse('giro:2:2026-12-10:GRU');

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  giro = alliance.airlines.giro;
  await alliance.databases.giro.sql.listen(changesChannel, (payload) => heard.push(payload));
});

afterAll(() => alliance.close());

beforeEach(async () => {
  for (const { sql } of Object.values(alliance.databases)) {
    await sql`truncate legs, catalogues, cabins, seat_claims, outbox, change_logs`;
  }
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  await publishMarkedAvailability(giro);
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }]);
  heard = [];
});

async function claim(legId: LegId, seat: string, state: 'held' | 'prepared' | 'sold' | 'blocked') {
  const holdUntil = new Date('2026-12-01T12:10:00.000Z');
  const isHeld = state === 'held';
  await giro.db.insert(seatClaims).values({
    legId,
    seat,
    state,
    ...(isHeld && { holdUntil, bookingDraftId: randomUUID() }),
    ...((state === 'sold' || state === 'prepared') && { globalTransactionId: randomUUID() }),
  });
}

const free = (legId: LegId, seat: string) =>
  giro.db.delete(seatClaims).where(and(eq(seatClaims.legId, legId), eq(seatClaims.seat, seat)));

async function published(airline = giro) {
  const rows = await airline.db.select().from(legs).orderBy(legs.legId);
  return rows.map(({ seatsLeft, takenSeats, heldSeats, changeSeq }) => ({
    seatsLeft,
    takenSeats,
    heldSeats,
    changeSeq,
  }));
}

async function latestChange() {
  const [own] = await giro.db.select().from(catalogues).where(eq(catalogues.airline, 'giro'));
  return own?.changeSeq;
}

const noted = async () =>
  (await giro.db.select().from(outbox).orderBy(outbox.place)).map(({ entity, entityId }) => [
    entity,
    entityId,
  ]);

test('seats sold, prepared and blocked are taken, held ones are held, and none of them is left', async () => {
  await claim(first, '2A', 'sold');
  await claim(first, '10B', 'prepared');
  await claim(first, '1C', 'blocked');
  await claim(first, '1D', 'held');
  expect(await publishAvailability(giro, [first])).toBe(1);
  expect(await published()).toEqual([
    { seatsLeft: 182, takenSeats: ['10B', '1C', '2A'], heldSeats: ['1D'], changeSeq: 3 },
    { seatsLeft: 186, takenSeats: [], heldSeats: [], changeSeq: 2 },
  ]);
  expect(await latestChange()).toBe(3);
});

test('each change is noted once for the peers and once for the open pages', async () => {
  await claim(first, '1A', 'sold');
  await publishAvailability(giro);
  expect(await publishAvailability(giro)).toBe(0);
  expect(await latestChange()).toBe(3);
  expect(await noted()).toEqual([['leg', first]]);
  expect(await waitUntil(async () => heard.length > 0, 15_000, 5)).toBe(true);
  expect(heard.map((payload) => JSON.parse(payload))).toEqual([{ origin: 'giro', legIds: [first] }]);
});

test('a seat for another one is a change, although as many are left', async () => {
  await claim(first, '1A', 'sold');
  await publishAvailability(giro);
  await free(first, '1A');
  await claim(first, '1B', 'sold');
  expect(await publishAvailability(giro)).toBe(1);
  expect((await published())[0]).toMatchObject({ seatsLeft: 185, takenSeats: ['1B'] });
});

test('a held seat that is bought is a change, although as many are left', async () => {
  await claim(first, '1A', 'held');
  await publishAvailability(giro);
  await free(first, '1A');
  await claim(first, '1A', 'sold');
  expect(await publishAvailability(giro)).toBe(1);
  expect((await published())[0]).toMatchObject({ seatsLeft: 185, takenSeats: ['1A'], heldSeats: [] });
});

test('a hold that has run out frees its seat, swept or not', async () => {
  await claim(first, '1A', 'held');
  await publishAvailability(giro);
  expect((await published())[0]).toMatchObject({ seatsLeft: 185, heldSeats: ['1A'] });
  alliance.time.now = new Date('2026-12-01T12:10:00.001Z');
  expect(await publishAvailability(giro)).toBe(1);
  expect((await published())[0]).toMatchObject({ seatsLeft: 186, heldSeats: [] });
});

test('only marked legs are looked at, and each mark is used up', async () => {
  await claim(first, '1A', 'sold');
  await claim(second, '1A', 'sold');
  markAvailabilityStale(giro, [second, second]);
  expect(await publishMarkedAvailability(giro)).toBe(1);
  expect(await published()).toMatchObject([{ seatsLeft: 186 }, { seatsLeft: 185 }]);
  expect(await publishMarkedAvailability(giro)).toBe(0);
});

test('marks of one airline are nothing to another in the same process', async () => {
  await claim(first, '1A', 'sold');
  markAvailabilityStale(alliance.airlines.rumos, [first]);
  expect(await publishMarkedAvailability(giro)).toBe(0);
  await publishMarkedAvailability(alliance.airlines.rumos);
});

test('a copy of a peer’s leg is never touched', async () => {
  const { rumos } = alliance.airlines;
  await copyCatalogue({ from: giro, to: rumos });
  await rumos.db.update(legs).set({ seatsLeft: 5 });
  expect(await publishAvailability(rumos)).toBe(0);
  expect(await published(rumos)).toMatchObject([{ seatsLeft: 5 }, { seatsLeft: 5 }]);
});

test('a leg that has departed is left as it was', async () => {
  await giro.db
    .insert(legs)
    .values(legRow('giro', { flightNumber: 3, departsAt: alliance.time.now, seatsLeft: 4 }));
  expect(await publishAvailability(giro)).toBe(0);
});

test('publications at once number and note every change once', async () => {
  await claim(first, '1A', 'sold');
  await claim(second, '1A', 'sold');
  const changed = await Promise.all([
    publishAvailability(giro, [first]),
    publishAvailability(giro, [second]),
    publishAvailability(giro),
  ]);
  expect(changed.reduce((sum, count) => sum + count)).toBe(2);
  expect((await published()).map(({ changeSeq }) => changeSeq).toSorted()).toEqual([3, 4]);
  expect((await noted()).toSorted()).toEqual([
    ['leg', first],
    ['leg', second],
  ]);
});

test('a sale is published by the loop without waiting for its sweep, and reaches the peer’s copy', async () => {
  const loop = startAvailabilityLoop(giro);
  try {
    await claim(first, '1A', 'sold');
    markAvailabilityStale(giro, [first]);
    expect(await waitUntil(async () => (await published())[0]?.seatsLeft === 185, 15_000, 10)).toBe(true);
  } finally {
    await loop.stop();
  }
  await copyCatalogue({ from: giro, to: alliance.airlines.boreal });
  expect((await published(alliance.airlines.boreal))[0]).toMatchObject({
    seatsLeft: 185,
    takenSeats: ['1A'],
  });
});
