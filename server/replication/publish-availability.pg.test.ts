import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { catalogues, legs, seatClaims } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '../airline';
import { type LegId, legIdSchema } from '../domain/leg';
import { startAvailabilityLoop } from './availability-loop';
import {
  markAvailabilityStale,
  publishAvailability,
  publishMarkedAvailability,
} from './publish-availability';
import { pullCatalogue } from './pull-catalogue';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  legRow,
  publishLegs,
} from './testing/catalogue-airlines';

let alliance: CatalogueAlliance;
let giro: Airline;

const first = legIdSchema.parse('giro:1:2026-12-10:GRU');
const second = legIdSchema.parse('giro:2:2026-12-10:GRU');

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  giro = alliance.airlines.giro;
});

afterAll(() => alliance.close());

beforeEach(async () => {
  for (const { sql } of Object.values(alliance.databases)) {
    await sql`truncate legs, catalogues, cabins, seat_claims`;
  }
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  await publishMarkedAvailability(giro);
  await publishLegs(giro, [{ flightNumber: 1 }, { flightNumber: 2 }]);
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

async function published(airline = giro) {
  const rows = await airline.db.select().from(legs).orderBy(legs.legId);
  return rows.map(({ seatsLeft, changeSeq }) => ({ seatsLeft, changeSeq }));
}

async function latestChange() {
  const [own] = await giro.db.select().from(catalogues).where(eq(catalogues.airline, 'giro'));
  return own?.changeSeq;
}

test('seats sold, prepared, blocked and held are not left', async () => {
  await claim(first, '1A', 'sold');
  await claim(first, '1B', 'prepared');
  await claim(first, '1C', 'blocked');
  await claim(first, '1D', 'held');
  expect(await publishAvailability(giro, [first])).toBe(1);
  expect(await published()).toEqual([
    { seatsLeft: 182, changeSeq: 3 },
    { seatsLeft: 186, changeSeq: 2 },
  ]);
  expect(await latestChange()).toBe(3);
});

test('publishing again without a new claim changes nothing', async () => {
  await claim(first, '1A', 'sold');
  await publishAvailability(giro);
  expect(await publishAvailability(giro)).toBe(0);
  expect(await latestChange()).toBe(3);
});

test('a hold that has run out frees its seat, swept or not', async () => {
  await claim(first, '1A', 'held');
  await publishAvailability(giro);
  alliance.time.now = new Date('2026-12-01T12:10:00.001Z');
  expect(await publishAvailability(giro)).toBe(1);
  expect(await published()).toMatchObject([{ seatsLeft: 186 }, { seatsLeft: 186 }]);
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
  await pullCatalogue(alliance.airlines.rumos, 'giro');
  await alliance.airlines.rumos.db.update(legs).set({ seatsLeft: 5 });
  expect(await publishAvailability(alliance.airlines.rumos)).toBe(0);
  expect(await published(alliance.airlines.rumos)).toMatchObject([{ seatsLeft: 5 }, { seatsLeft: 5 }]);
});

test('a leg that has departed is left as it was', async () => {
  await giro.db
    .insert(legs)
    .values(legRow('giro', { flightNumber: 3, departsAt: alliance.time.now, seatsLeft: 4 }));
  expect(await publishAvailability(giro)).toBe(0);
});

test('publications at once number every change once', async () => {
  await claim(first, '1A', 'sold');
  await claim(second, '1A', 'sold');
  const changed = await Promise.all([
    publishAvailability(giro, [first]),
    publishAvailability(giro, [second]),
    publishAvailability(giro),
  ]);
  expect(changed.reduce((sum, count) => sum + count)).toBe(2);
  expect((await published()).map(({ changeSeq }) => changeSeq).toSorted()).toEqual([3, 4]);
});

test('a sale reaches the peer’s copy through the loop', async () => {
  const loop = startAvailabilityLoop(giro);
  try {
    await claim(first, '1A', 'sold');
    markAvailabilityStale(giro, [first]);
    expect(await waitUntil(async () => (await published())[0]?.seatsLeft === 185, 5_000)).toBe(true);
  } finally {
    await loop.stop();
  }
  await pullCatalogue(alliance.airlines.boreal, 'giro');
  expect((await published(alliance.airlines.boreal))[0]).toEqual({ seatsLeft: 185, changeSeq: 3 });
});
