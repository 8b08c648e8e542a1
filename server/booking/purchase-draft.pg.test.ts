import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingDrafts, requests, seatClaims } from '@/db/schema';
import { airlineCodes } from '../domain/airline-code';
import { holdSeats } from '../inventory/hold-seats';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings, order } from '../testing/orders';
import type { DraftKey } from './draft-access';
import { getDraft } from './get-draft';
import { holdAgain } from './hold-again';
import { draftOutcome, purchaseDraft } from './purchase-draft';
import { saveDraftDetails } from './save-draft-details';
import { startDraft } from './start-draft';

let alliance: TestAlliance;
const legIds = airlineCodes.map((code) => interlineLegs[code]);
const { passengers, contact } = order({ legs: [{ legId: interlineLegs.rumos, seats: ['3A'] }] });

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(() => emptyBookings(alliance));
afterAll(() => alliance.close());

/** A draft at Giro for one over all three airlines, seats 3A held and the passenger typed: ready to be bought. */
async function readyDraft(): Promise<DraftKey> {
  const { giro } = alliance.airlines;
  const owner = { visitorId: randomUUID(), customerId: null };
  const { draftId } = await startDraft(giro, { legIds, passengerCount: 1, owner });
  for (const legId of legIds) {
    await holdSeats(giro, { legId, seats: ['3A'], bookingDraftId: draftId, customerId: null });
  }
  await saveDraftDetails(giro, { draftId, owner, passengers, contact });
  return { draftId, owner };
}

const quotedTotalCents = 67_500;

describe('a purchase that was refused after the customer had heard "pending"', () => {
  /** Leaves what such a refusal leaves behind: the answer under the draft's key, and the seats free. */
  async function refusedLater(customerId: string): Promise<DraftKey> {
    const { giro } = alliance.airlines;
    const key = await readyDraft();
    const [draft] = await giro.db.select().from(bookingDrafts).where(eq(bookingDrafts.id, key.draftId));
    await giro.db.insert(requests).values({
      customerId,
      idempotencyKey: draft?.idempotencyKey ?? '',
      requestHash: 'of the purchase that was refused',
      globalTransactionId: randomUUID(),
      createdAt: alliance.time.now,
      result: { status: 'refused', refusal: { code: 'AIRLINE_OFFLINE', airline: 'boreal' } },
    });
    for (const code of airlineCodes) await alliance.airlines[code].db.delete(seatClaims);
    return key;
  }

  it('leaves the draft open: it is not bought', async () => {
    const key = await refusedLater(randomUUID());
    expect((await getDraft(alliance.airlines.giro, key)).purchase).toBeNull();
  });

  it('does not stand in the way of the next click', async () => {
    const { giro } = alliance.airlines;
    const customerId = randomUUID();
    const key = await refusedLater(customerId);
    await holdAgain(giro, key);
    const click = () => purchaseDraft(giro, { ...key, customerId, quotedTotalCents });
    const [first, second] = await Promise.all([click(), click()]);
    expect([first.status, second.globalTransactionId]).toEqual(['confirmed', first.globalTransactionId]);
  });
});

describe('a draft that one customer has bought', () => {
  async function bought(): Promise<DraftKey> {
    const key = await readyDraft();
    const purchase = { ...key, customerId: randomUUID(), quotedTotalCents };
    expect((await purchaseDraft(alliance.airlines.giro, purchase)).status).toBe('confirmed');
    return key;
  }

  it('does not exist for another who signs in to the same browser', async () => {
    const { giro } = alliance.airlines;
    const { draftId, owner } = await bought();
    const other = { draftId, owner: { ...owner, customerId: randomUUID() } };
    await expect(draftOutcome(giro, other)).rejects.toMatchObject({ code: 'DRAFT_UNKNOWN' });
    await expect(getDraft(giro, other)).rejects.toMatchObject({ code: 'DRAFT_UNKNOWN' });
    await expect(
      purchaseDraft(giro, { ...other, customerId: other.owner.customerId, quotedTotalCents }),
    ).rejects.toMatchObject({ code: 'DRAFT_UNKNOWN' });
  });

  it('takes no passengers any more', async () => {
    const { giro } = alliance.airlines;
    const key = await bought();
    await expect(saveDraftDetails(giro, { ...key, passengers, contact })).rejects.toMatchObject({
      code: 'DRAFT_UNKNOWN',
    });
    expect((await getDraft(giro, key)).details).toBeNull();
  });
});
