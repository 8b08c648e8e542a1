import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cabins, legs } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import { startCatalogueLoop } from './catalogue-loop';
import { type CatalogueAlliance, createCatalogueAlliance, publishLegs } from './testing/catalogue-airlines';

const deadlineMs = 8_000;

let alliance: CatalogueAlliance;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
});

afterAll(() => alliance.close());

test('a dead peer delays nobody, is told of once, and is copied when it comes back', async () => {
  const { rumos, giro, boreal } = alliance.airlines;
  const copied = async () => (await rumos.db.select().from(legs)).map(({ airline }) => airline).toSorted();
  const reaches = (airlines: string[]) =>
    waitUntil(async () => (await copied()).join() === airlines.join(), deadlineMs);
  await publishLegs(giro, [{ flightNumber: 1 }]);
  await publishLegs(boreal, [{ flightNumber: 1 }]);
  alliance.states.set('boreal', 'offline');

  const loop = startCatalogueLoop(rumos);
  try {
    expect(await reaches(['giro'])).toBe(true);
    const asked = () => alliance.asked.filter((peer) => peer === 'boreal').length;
    expect(await waitUntil(() => asked() >= 2, deadlineMs)).toBe(true);
    alliance.states.set('boreal', 'live');
    expect(await reaches(['boreal', 'giro'])).toBe(true);
  } finally {
    await loop.stop();
  }
  expect(alliance.log.map(({ message }) => message)).toEqual([
    'catalogue of boreal: failed, tried again until it works',
    'catalogue of boreal: works again',
  ]);
});

test('a flight is never there before the cabin that prices its seats', async () => {
  const { rumos, giro } = alliance.airlines;
  await publishLegs(giro, [{ flightNumber: 2 }]);
  await rumos.db.delete(cabins).where(eq(cabins.airline, 'giro'));
  const loop = startCatalogueLoop(rumos);
  try {
    const flies = async () => (await rumos.db.$count(legs, eq(legs.flightNumber, 2))) === 1;
    expect(await waitUntil(flies, deadlineMs, 5)).toBe(true);
    expect(await rumos.db.$count(cabins, eq(cabins.airline, 'giro'))).toBeGreaterThan(0);
  } finally {
    await loop.stop();
  }
});

test('nothing is asked after the loop was stopped', async () => {
  const loop = startCatalogueLoop(alliance.airlines.rumos);
  await loop.stop();
  const asked = alliance.asked.length;
  expect(await waitUntil(() => alliance.asked.length > asked, 100, 20)).toBeNull();
});
