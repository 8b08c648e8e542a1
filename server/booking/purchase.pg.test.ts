import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookings, coupons, passengers, recordLocators, seatClaims } from '@/db/schema';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { fareCents, interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { everybodyKnows } from '../testing/everybody-knows';
import { emptyBookings, order } from '../testing/orders';
import { replicateAll } from '../testing/replicate';
import { listBookings } from './list-bookings';
import { purchase } from './purchase';
import type { PurchaseInput } from './purchase-input';
import { purchaseOutcome } from './purchase-outcome';
import type { PurchaseResult } from './purchase-result';

let alliance: TestAlliance;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(() => emptyBookings(alliance));
afterAll(() => alliance.close());

const threeLegs = (seat: string) =>
  airlineCodes.map((code) => ({ legId: interlineLegs[code], seats: [seat] }));

function claimsAt(code: AirlineCode) {
  return alliance.airlines[code].db.select().from(seatClaims);
}

async function claimsEverywhere() {
  return (await Promise.all(airlineCodes.map(claimsAt))).flat();
}

describe('a purchase over three airlines', () => {
  it('sells every seat, issues coupons and names one locator everywhere', async () => {
    const customerId = randomUUID();
    const result = await purchase(alliance.airlines.giro, order({ legs: threeLegs('2B') }), customerId);
    expect(result.status).toBe('confirmed');
    await everybodyKnows(alliance);
    await replicateAll(alliance.airlines);
    expect(await claimsEverywhere()).toHaveLength(3);
    expect((await claimsEverywhere()).every((claim) => claim.state === 'sold')).toBe(true);
    for (const code of airlineCodes) {
      const { db } = alliance.airlines[code];
      expect(await db.select().from(coupons)).toHaveLength(1);
      expect(await db.select().from(passengers)).toHaveLength(1);
      expect((await db.select().from(bookings))[0]?.recordLocator).toBe(result.booking?.recordLocator);
      const listed = await listBookings(alliance.airlines[code], { customerId });
      expect(listed.bookings[0]?.parts.map((part) => part.airline)).toEqual(airlineCodes);
    }
    expect(result.booking?.recordLocator[0]).toBe('G');
  });

  it('asks each participant to prepare once and each other airline to accept once', async () => {
    await purchase(alliance.airlines.giro, order({ legs: threeLegs('2B') }), randomUUID());
    await everybodyKnows(alliance);
    const counted = alliance.calls.map((call) => `${call.procedure} ${call.to}`).sort();
    expect(counted).toEqual(['accept boreal', 'accept rumos', 'prepare boreal', 'prepare rumos']);
  });

  it('sells nothing anywhere when one seat is already sold', async () => {
    await purchase(
      alliance.airlines.boreal,
      order({ legs: [{ legId: interlineLegs.boreal, seats: ['2B'] }] }),
      randomUUID(),
    );
    const result = await purchase(alliance.airlines.rumos, order({ legs: threeLegs('2B') }), randomUUID());
    expect(result).toMatchObject({
      status: 'refused',
      refusal: { code: 'SEAT_TAKEN', airline: 'boreal', seat: '2B' },
    });
    await everybodyKnows(alliance);
    expect(await claimsEverywhere()).toHaveLength(1);
    expect(await alliance.airlines.rumos.db.select().from(recordLocators)).toHaveLength(0);
  });

  it('is refused with nothing kept when an airline does not answer', async () => {
    alliance.network.fateOf = ({ to }) => (to === 'boreal' ? 'lost' : 'delivered');
    const result = await purchase(alliance.airlines.rumos, order({ legs: threeLegs('3A') }), randomUUID());
    expect(result).toMatchObject({
      status: 'refused',
      refusal: { code: 'AIRLINE_OFFLINE', airline: 'boreal' },
    });
    await everybodyKnows(alliance);
    expect(await claimsEverywhere()).toHaveLength(0);
  });

  it('frees a participant whose yes was lost', async () => {
    alliance.network.fateOf = ({ to, procedure }) =>
      to === 'giro' && procedure === 'prepare' ? 'answer-lost' : 'delivered';
    const result = await purchase(alliance.airlines.rumos, order({ legs: threeLegs('3A') }), randomUUID());
    expect(result.status).toBe('refused');
    await everybodyKnows(alliance);
    expect(await claimsEverywhere()).toHaveLength(0);
  });

  it('is confirmed once although an acknowledgement is lost', async () => {
    let lost = 0;
    alliance.network.fateOf = ({ procedure }) =>
      procedure === 'accept' && lost++ < 2 ? 'answer-lost' : 'delivered';
    const result = await purchase(alliance.airlines.giro, order({ legs: threeLegs('1A') }), randomUUID());
    expect(result.status).toBe('confirmed');
    await everybodyKnows(alliance);
    expect((await claimsEverywhere()).map((claim) => claim.state)).toEqual(['sold', 'sold', 'sold']);
  });

  it('is one purchase for the same key, also at once', async () => {
    const customerId = randomUUID();
    const input = order({ legs: threeLegs('2C') });
    const results = await Promise.all(
      [1, 2, 3].map(() => purchase(alliance.airlines.giro, input, customerId)),
    );
    await everybodyKnows(alliance);
    const again = await purchase(alliance.airlines.giro, input, customerId);
    expect(new Set([...results, again].map((result) => result.globalTransactionId)).size).toBe(1);
    expect(again.status).toBe('confirmed');
    expect(await claimsEverywhere()).toHaveLength(3);
  });

  it('refuses the same key for another trip', async () => {
    const customerId = randomUUID();
    const input = order({ legs: threeLegs('2C') });
    await purchase(alliance.airlines.giro, input, customerId);
    const other = { ...input, legs: threeLegs('2D') };
    await expect(purchase(alliance.airlines.giro, other, customerId)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it('refuses a price that is not the current one', async () => {
    const input = order({ legs: threeLegs('2C') });
    const result = await purchase(
      alliance.airlines.giro,
      { ...input, quotedTotalCents: input.quotedTotalCents - 1 },
      randomUUID(),
    );
    expect(result).toMatchObject({ status: 'refused', refusal: { code: 'PRICE_CHANGED' } });
    expect(await claimsEverywhere()).toHaveLength(0);
  });

  it('leaves the owner’s price in force when the selling site’s copy is old', async () => {
    await alliance.databases.giro
      .sql`update legs set fare_cents = ${fareCents - 5_000} where airline = 'rumos'`;
    const input = order({ legs: threeLegs('2C') });
    const stale = { ...input, quotedTotalCents: input.quotedTotalCents - 5_000 };
    const result = await purchase(alliance.airlines.giro, stale, randomUUID());
    await alliance.databases.giro.sql`update legs set fare_cents = ${fareCents}`;
    expect(result).toMatchObject({ status: 'refused', refusal: { code: 'PRICE_CHANGED', airline: 'rumos' } });
    expect(await claimsEverywhere()).toHaveLength(0);
  });
});

/** Sold, or on a slow machine still undecided after as long as one may wait. */
function lostTheRace({ refusal }: PurchaseResult): boolean {
  return refusal?.code === 'SEAT_TAKEN' || refusal?.code === 'SEAT_CONTESTED';
}

/**
 * Ten customers at each site buy at once. Returns what each hears in the end: on a slow machine the first answer may be
 * that nothing is decided yet.
 */
async function rush(legs: PurchaseInput['legs']): Promise<PurchaseResult[]> {
  const rivals = airlineCodes.flatMap((code) =>
    Array.from({ length: 10 }, () => ({
      site: alliance.airlines[code],
      customerId: randomUUID(),
      input: order({ legs }),
    })),
  );
  await Promise.all(rivals.map(({ site, input, customerId }) => purchase(site, input, customerId)));
  await everybodyKnows(alliance);
  // Later than a site asks a peer what became of the purchase that it did.
  alliance.time.now = new Date(alliance.time.now.getTime() + 10_000);
  return Promise.all(
    rivals.map(({ site, customerId, input: { idempotencyKey } }) =>
      purchaseOutcome(site, { customerId, idempotencyKey }),
    ),
  );
}

describe('contests', () => {
  it('sells one three-airline itinerary to exactly one of thirty buyers at three sites', async () => {
    const results = await rush(threeLegs('1B'));
    expect(results.filter((result) => result.status === 'confirmed')).toHaveLength(1);
    expect(results.filter(lostTheRace)).toHaveLength(29);
    expect((await claimsEverywhere()).map((claim) => claim.state)).toEqual(['sold', 'sold', 'sold']);
  });

  it('sells one seat to exactly one of thirty buyers at three sites', async () => {
    const results = await rush([{ legId: interlineLegs.rumos, seats: ['3D'] }]);
    expect(results.filter((result) => result.status === 'confirmed')).toHaveLength(1);
    expect(results.filter(lostTheRace)).toHaveLength(29);
    expect(await claimsEverywhere()).toHaveLength(1);
  });
});

describe('a purchase of one peer’s seats', () => {
  const legs = [{ legId: interlineLegs.boreal, seats: ['1C'] }];

  it('is done whole by that airline and kept by the site', async () => {
    const customerId = randomUUID();
    const result = await purchase(alliance.airlines.rumos, order({ legs }), customerId);
    expect(result).toMatchObject({ status: 'confirmed', booking: { issuer: 'boreal' } });
    expect(alliance.calls.map((call) => call.procedure)).toEqual(['purchase']);
    expect((await listBookings(alliance.airlines.rumos, { customerId })).bookings).toEqual([
      expect.objectContaining({ recordLocator: result.booking?.recordLocator }),
    ]);
  });

  it('needs nobody but the seller', async () => {
    alliance.offline.add('giro');
    alliance.network.fateOf = ({ to }) => (to === 'giro' ? 'lost' : 'delivered');
    expect((await purchase(alliance.airlines.rumos, order({ legs }), randomUUID())).status).toBe('confirmed');
  });

  it('is pending when the answer was lost, and settled by asking again', async () => {
    const customerId = randomUUID();
    alliance.network.fateOf = ({ procedure }) => (procedure === 'purchase' ? 'answer-lost' : 'delivered');
    const input = order({ legs });
    expect((await purchase(alliance.airlines.rumos, input, customerId)).status).toBe('pending');
    alliance.time.now = new Date(alliance.time.now.getTime() + 10_000);
    const outcome = await purchaseOutcome(alliance.airlines.rumos, {
      customerId,
      idempotencyKey: input.idempotencyKey,
    });
    expect(outcome.status).toBe('confirmed');
  });

  it('that never arrived is refused for ever once it was asked for', async () => {
    const customerId = randomUUID();
    alliance.network.fateOf = ({ procedure }) => (procedure === 'purchase' ? 'lost' : 'delivered');
    const input = order({ legs });
    await purchase(alliance.airlines.rumos, input, customerId);
    alliance.time.now = new Date(alliance.time.now.getTime() + 10_000);
    const key = { customerId, idempotencyKey: input.idempotencyKey };
    expect((await purchaseOutcome(alliance.airlines.rumos, key)).status).toBe('refused');
    expect((await purchase(alliance.airlines.boreal, input, customerId)).status).toBe('refused');
    expect(await claimsEverywhere()).toHaveLength(0);
  });
});
