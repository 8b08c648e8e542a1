import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingDrafts, cabins, draftHolds, legs, seatClaims } from '@/db/schema';
import { airlineCodes } from '../domain/airline-code';
import type { LegId } from '../domain/leg';
import { holdSeats } from '../inventory/hold-seats';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs, smallCabin } from '../testing/catalogue';
import { emptyBookings, order } from '../testing/orders';
import { forgetOldDrafts } from './close-draft';
import { maxLegsPerBooking } from './content';
import type { DraftKey } from './draft-access';
import { getDraft } from './get-draft';
import { purchase } from './purchase';
import { draftOutcome, purchaseDraft } from './purchase-draft';
import { saveDraftDetails } from './save-draft-details';
import { startDraft } from './start-draft';

let alliance: TestAlliance;
const legIds = airlineCodes.map((code) => interlineLegs[code]);
const details = () => {
  const { passengers, contact } = order({ legs: [{ legId: interlineLegs.rumos, seats: ['2A'] }] });
  return { passengers, contact };
};

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(async () => {
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  await emptyBookings(alliance);
});
afterAll(() => alliance.close());

async function start(): Promise<DraftKey> {
  const visitorId = randomUUID();
  const { draftId } = await startDraft(alliance.airlines.giro, {
    legIds,
    passengerCount: 1,
    owner: { visitorId, customerId: null },
  });
  return { draftId, owner: { visitorId, customerId: null } };
}

async function holdEverywhere({ draftId }: DraftKey, seat: string) {
  for (const legId of legIds) {
    await holdSeats(alliance.airlines.giro, {
      legId,
      seats: [seat],
      bookingDraftId: draftId,
      customerId: null,
    });
  }
}

describe('a draft', () => {
  it('shows legs, holds and the full price', async () => {
    const key = await start();
    await holdEverywhere(key, '2A');
    const draft = await getDraft(alliance.airlines.giro, key);
    expect(draft.quote).toMatchObject({
      fareTotalCents: 60_000,
      surchargeTotalCents: 7_500,
      totalCents: 67_500,
    });
    expect(draft.holds.map((hold) => hold.seats)).toEqual([['2A'], ['2A'], ['2A']]);
    expect(draft.freeCancellation).toEqual({ deadline: '2026-12-02T12:00:00.000Z' });
  });

  it.each([
    ['another browser', { visitorId: randomUUID(), customerId: null }],
    ['another customer', { visitorId: null, customerId: randomUUID() }],
    ['nobody', { visitorId: null, customerId: null }],
  ])('does not exist for %s', async (_who, owner) => {
    const { draftId } = await start();
    await expect(getDraft(alliance.airlines.giro, { draftId, owner })).rejects.toMatchObject({
      code: 'DRAFT_UNKNOWN',
    });
    await expect(
      saveDraftDetails(alliance.airlines.giro, { draftId, owner, ...details() }),
    ).rejects.toMatchObject({ code: 'DRAFT_UNKNOWN' });
  });

  const [first, second, third] = legIds;
  it.each([
    ['in another order than they fly', [second, first]],
    ['of which one comes twice', [first, first]],
    ['of which one comes again at the end', [first, second, third, first]],
    ['more than a trip there and back has', Array(maxLegsPerBooking + 1).fill(first)],
    ['that are none', []],
  ] as [string, LegId[]][])('is not begun for legs %s', async (_which, legsAsked) => {
    const owner = { visitorId: randomUUID(), customerId: null };
    const draft = { legIds: legsAsked, passengerCount: 1, owner };
    const begun = startDraft(alliance.airlines.giro, draft);
    await expect(begun).rejects.toMatchObject({ code: 'ITINERARY_IMPOSSIBLE' });
    expect(await alliance.airlines.giro.db.select().from(bookingDrafts)).toHaveLength(0);
  });

  it('with an id that is none is unknown', async () => {
    const owner = { visitorId: randomUUID(), customerId: null };
    await expect(
      getDraft(alliance.airlines.giro, { draftId: "x'; drop table legs", owner }),
    ).rejects.toMatchObject({ code: 'DRAFT_UNKNOWN' });
  });

  it('is bought with one click, and the second click is the same purchase', async () => {
    const key = await start();
    await holdEverywhere(key, '2A');
    await saveDraftDetails(alliance.airlines.giro, { ...key, ...details() });
    const click = () =>
      purchaseDraft(alliance.airlines.giro, { ...key, customerId, quotedTotalCents: 67_500 });
    const customerId = randomUUID();
    const [first, second] = await Promise.all([click(), click()]);
    expect(
      new Set([first.globalTransactionId, second.globalTransactionId, (await click()).globalTransactionId])
        .size,
    ).toBe(1);
    expect(
      (await draftOutcome(alliance.airlines.giro, { ...key, owner: { ...key.owner, customerId } }))?.status,
    ).toBe('confirmed');
  });

  it('asks all airlines at once, because every seat is held', async () => {
    const key = await start();
    await holdEverywhere(key, '2A');
    await saveDraftDetails(alliance.airlines.giro, { ...key, ...details() });
    alliance.calls.length = 0;
    let asked = 0;
    alliance.network.fateOf = ({ procedure }) => {
      if (procedure === 'prepare') asked++;
      return 'delivered';
    };
    await purchaseDraft(alliance.airlines.giro, {
      ...key,
      customerId: randomUUID(),
      quotedTotalCents: 67_500,
    });
    expect(asked).toBe(2);
    expect(alliance.calls.slice(0, 2).map((call) => call.procedure)).toEqual(['prepare', 'prepare']);
  });

  it('keeps no personal data once it is bought', async () => {
    const key = await start();
    await holdEverywhere(key, '2A');
    await saveDraftDetails(alliance.airlines.giro, { ...key, ...details() });
    await purchaseDraft(alliance.airlines.giro, {
      ...key,
      customerId: randomUUID(),
      quotedTotalCents: 67_500,
    });
    const { db } = alliance.airlines.giro;
    expect((await db.select().from(bookingDrafts))[0]?.details).toBeNull();
    expect(await db.select().from(draftHolds)).toHaveLength(0);
  });

  it('of one peer’s seats keeps no personal data either', async () => {
    const visitorId = randomUUID();
    const legId = interlineLegs.boreal;
    const draft = { legIds: [legId], passengerCount: 1, owner: { visitorId, customerId: null } };
    const { draftId } = await startDraft(alliance.airlines.giro, draft);
    await holdSeats(alliance.airlines.giro, {
      legId,
      seats: ['2A'],
      bookingDraftId: draftId,
      customerId: null,
    });
    const key = { draftId, owner: { visitorId, customerId: null } };
    await saveDraftDetails(alliance.airlines.giro, { ...key, ...details() });
    await purchaseDraft(alliance.airlines.giro, {
      ...key,
      customerId: randomUUID(),
      quotedTotalCents: 22_500,
    });
    expect((await alliance.airlines.giro.db.select().from(bookingDrafts))[0]?.details).toBeNull();
  });

  it('is forgotten after a day', async () => {
    await start();
    alliance.time.now = new Date(alliance.time.now.getTime() + 23 * 3_600_000);
    await forgetOldDrafts(alliance.airlines.giro);
    expect(await alliance.airlines.giro.db.select().from(bookingDrafts)).toHaveLength(1);
    alliance.time.now = new Date(alliance.time.now.getTime() + 2 * 3_600_000);
    await forgetOldDrafts(alliance.airlines.giro);
    expect(await alliance.airlines.giro.db.select().from(bookingDrafts)).toHaveLength(0);
  });

  it('no longer holds a seat that another aircraft has not got', async () => {
    const { giro } = alliance.airlines;
    const key = await start();
    await holdEverywhere(key, '1A');
    const shorter = { code: 'AT7-8', layout: { ...smallCabin, code: 'AT7-8', firstRow: 2 } };
    await giro.db.insert(cabins).values({ airline: 'boreal', ...shorter });
    await giro.db.update(legs).set({ cabin: 'AT7-8' }).where(eq(legs.legId, interlineLegs.boreal));

    const draft = await getDraft(giro, key);

    expect(draft.holds.map(({ legId }) => legId)).toEqual([interlineLegs.rumos, interlineLegs.giro]);
    expect(draft.quote).toMatchObject({ fareTotalCents: 60_000, surchargeTotalCents: 9_000 });
    await giro.db.update(legs).set({ cabin: smallCabin.code }).where(eq(legs.legId, interlineLegs.boreal));
  });

  it('is not bought after its holds have run out', async () => {
    const key = await start();
    await holdEverywhere(key, '2A');
    await saveDraftDetails(alliance.airlines.giro, { ...key, ...details() });
    alliance.time.now = new Date(alliance.time.now.getTime() + 11 * 60_000);
    const late = purchaseDraft(alliance.airlines.giro, {
      ...key,
      customerId: randomUUID(),
      quotedTotalCents: 67_500,
    });
    await expect(late).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
  });

  it('can be bought with other seats after a refusal', async () => {
    const key = await start();
    await holdEverywhere(key, '2A');
    await saveDraftDetails(alliance.airlines.giro, { ...key, ...details() });
    const customerId = randomUUID();
    const refused = await purchaseDraft(alliance.airlines.giro, { ...key, customerId, quotedTotalCents: 1 });
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'PRICE_CHANGED' } });
    const again = await purchaseDraft(alliance.airlines.giro, {
      ...key,
      customerId,
      quotedTotalCents: 67_500,
    });
    expect(again.status).toBe('confirmed');
  });

  it('holds that another customer’s purchase asks for are not theirs', async () => {
    const key = await start();
    await holdEverywhere(key, '3A');
    const wanted = legIds.map((legId) => ({ legId, seats: ['3A'] }));
    const stranger = await purchase(alliance.airlines.rumos, order({ legs: wanted }), randomUUID());
    expect(stranger).toMatchObject({ status: 'refused', refusal: { code: 'SEAT_TAKEN' } });
    const claims = (
      await Promise.all(airlineCodes.map((code) => alliance.airlines[code].db.select().from(seatClaims)))
    ).flat();
    expect(claims.map((claim) => claim.state)).toEqual(['held', 'held', 'held']);
  });
});
