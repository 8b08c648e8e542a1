import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { seatClaims } from '@/db/schema';
import { airlineCodes } from '../domain/airline-code';
import { holdSeats } from '../inventory/hold-seats';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings } from '../testing/orders';
import { getDraft } from './get-draft';
import { holdAgain } from './hold-again';
import { startDraft } from './start-draft';

let alliance: TestAlliance;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(() => emptyBookings(alliance));
afterAll(() => alliance.close());

/** A draft at Giro for two over three airlines, with 2A and 2B held on each leg, and then nothing held anywhere. */
async function draftWithFreedSeats() {
  const { giro } = alliance.airlines;
  const owner = { visitorId: randomUUID(), customerId: null };
  const legIds = airlineCodes.map((code) => interlineLegs[code]);
  const { draftId } = await startDraft(giro, { legIds, passengerCount: 2, owner });
  for (const legId of legIds) {
    await holdSeats(giro, { legId, seats: ['2A', '2B'], bookingDraftId: draftId, customerId: null });
  }
  for (const code of airlineCodes) await alliance.airlines[code].db.delete(seatClaims);
  return { draftId, owner };
}

async function heldByLeg(key: Awaited<ReturnType<typeof draftWithFreedSeats>>) {
  const { holds } = await getDraft(alliance.airlines.giro, key);
  return Object.fromEntries(holds.map((hold) => [hold.legId, hold.seats]));
}

it('holds every seat again that nobody took meanwhile', async () => {
  const key = await draftWithFreedSeats();
  await holdSeats(alliance.airlines.boreal, {
    legId: interlineLegs.boreal,
    seats: ['2A'],
    bookingDraftId: randomUUID(),
    customerId: null,
  });
  await holdAgain(alliance.airlines.giro, key);
  expect(await heldByLeg(key)).toEqual({
    [interlineLegs.rumos]: ['2A', '2B'],
    [interlineLegs.giro]: ['2A', '2B'],
    [interlineLegs.boreal]: ['2B'],
  });
});

it('a leg whose seats are all lost is no longer held', async () => {
  const key = await draftWithFreedSeats();
  await holdSeats(alliance.airlines.rumos, {
    legId: interlineLegs.rumos,
    seats: ['2A', '2B'],
    bookingDraftId: randomUUID(),
    customerId: null,
  });
  await holdAgain(alliance.airlines.giro, key);
  expect(Object.keys(await heldByLeg(key)).toSorted()).toEqual(
    [interlineLegs.boreal, interlineLegs.giro].toSorted(),
  );
});

it('the silence of an airline does not give its seats up, and twice is as once', async () => {
  const key = await draftWithFreedSeats();
  alliance.offline.add('boreal');
  await holdAgain(alliance.airlines.giro, key);
  await holdAgain(alliance.airlines.giro, key);
  expect((await heldByLeg(key))[interlineLegs.boreal]).toEqual(['2A', '2B']);
});

it("nobody renews somebody else's draft", async () => {
  const { draftId } = await draftWithFreedSeats();
  const stranger = { visitorId: randomUUID(), customerId: null };
  await expect(holdAgain(alliance.airlines.giro, { draftId, owner: stranger })).rejects.toMatchObject({
    code: 'DRAFT_UNKNOWN',
  });
});
