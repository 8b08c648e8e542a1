import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookingDrafts } from '@/db/schema';
import type { Airline } from '../airline';
import { purchase } from '../booking/purchase';
import { purchaseDraft } from '../booking/purchase-draft';
import { saveDraftDetails } from '../booking/save-draft-details';
import { startDraft } from '../booking/start-draft';
import { airlineCodes } from '../domain/airline-code';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings, order } from '../testing/orders';
import { extendHold, holdSeats } from './hold-seats';

/** Nothing of an airline that is away can be bought, by whatever road, and nobody is asked or left with a trace. */
let alliance: TestAlliance;
let giro: Airline;
const legIds = airlineCodes.map((code) => interlineLegs[code]);
const refused = { code: 'AIRLINE_OFFLINE', details: { airline: 'boreal' } };

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
  giro = alliance.airlines.giro;
});
beforeEach(async () => {
  alliance.calls = [];
  await emptyBookings(alliance);
});
afterAll(() => alliance.close());

const written = [
  'seat_claims',
  'global_transactions',
  'bookings',
  'booking_parts',
  'record_locators',
  'passengers',
  'coupons',
  'draft_holds',
];

/** How many rows a purchase or a hold has left, at all three airlines. */
async function traces(): Promise<number> {
  const counts = written.map((table) => `(select count(*) from ${table})`).join(' + ');
  let rows = 0;
  for (const { db } of Object.values(alliance.airlines)) {
    const [counted] = await db.execute<{ rows: number }>(sql.raw(`select (${counts})::int as rows`));
    rows += counted?.rows ?? 0;
  }
  return rows;
}

it('no draft of its legs is begun', async () => {
  alliance.offline.add('boreal');
  const owner = { visitorId: randomUUID(), customerId: null };
  await expect(startDraft(giro, { legIds, passengerCount: 1, owner })).rejects.toMatchObject(refused);
  expect(await giro.db.$count(bookingDrafts)).toBe(0);
  await expect(
    startDraft(giro, { legIds: legIds.slice(0, 2), passengerCount: 1, owner }),
  ).resolves.toBeDefined();
});

it('no seat of it is held, and no hold of it extended', async () => {
  const bookingDraftId = randomUUID();
  const request = { legId: interlineLegs.boreal, bookingDraftId };
  await holdSeats(giro, { ...request, seats: ['2A'], customerId: null });
  const before = await traces();
  alliance.offline.add('boreal');
  alliance.calls = [];
  await expect(holdSeats(giro, { ...request, seats: ['2B'], customerId: null })).rejects.toMatchObject(
    refused,
  );
  await expect(extendHold(giro, request)).rejects.toMatchObject(refused);
  expect(await traces()).toBe(before);
  expect(alliance.calls).toEqual([]);
});

it.each([
  ['with legs of others', legIds],
  ['of nothing else', [interlineLegs.boreal]],
])('no purchase %s is begun', async (_what, wanted) => {
  alliance.offline.add('boreal');
  const input = order({ legs: wanted.map((legId) => ({ legId, seats: ['2A'] })) });
  const result = await purchase(giro, input, randomUUID());
  expect(result).toMatchObject({
    status: 'refused',
    refusal: { code: 'AIRLINE_OFFLINE', airline: 'boreal' },
  });
  expect(await traces()).toBe(0);
  expect(alliance.calls).toEqual([]);
});

it('no draft is bought in which it holds seats, and the holds stay as they are', async () => {
  const customerId = randomUUID();
  const key = { owner: { visitorId: randomUUID(), customerId } };
  const { draftId } = await startDraft(giro, { legIds, passengerCount: 1, ...key });
  for (const legId of legIds)
    await holdSeats(giro, { legId, seats: ['2A'], bookingDraftId: draftId, customerId });
  const { passengers, contact, quotedTotalCents } = order({
    legs: legIds.map((legId) => ({ legId, seats: ['2A'] })),
  });
  await saveDraftDetails(giro, { draftId, ...key, passengers, contact });
  const before = await traces();
  alliance.offline.add('boreal');
  alliance.calls = [];
  const result = await purchaseDraft(giro, { draftId, ...key, customerId, quotedTotalCents });
  expect(result).toMatchObject({ status: 'refused', refusal: { code: 'AIRLINE_OFFLINE' } });
  expect(await traces()).toBe(before);
  expect(alliance.calls).toEqual([]);
  const [draft] = await giro.db.select().from(bookingDrafts).where(eq(bookingDrafts.id, draftId));
  expect(draft?.details).not.toBeNull();
});
