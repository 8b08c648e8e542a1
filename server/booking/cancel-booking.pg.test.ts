import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookings, coupons, seatClaims } from '@/db/schema';
import { airlineCodes } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { everybodyKnows } from '../testing/everybody-knows';
import { emptyBookings, order } from '../testing/orders';
import { cancelBooking, cancelQuote } from './cancel-booking';
import { getBooking } from './get-booking';
import { purchase } from './purchase';

let alliance: TestAlliance;
const start = new Date('2026-12-01T12:00:00.000Z');

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(async () => {
  alliance.time.now = start;
  await emptyBookings(alliance);
});
afterAll(() => alliance.close());

async function buy(
  customerId: string,
  legs = airlineCodes.map((code) => ({ legId: interlineLegs[code], seats: ['2A', '2B'] })),
): Promise<Booking> {
  const { booking } = await purchase(alliance.airlines.giro, order({ legs }), customerId);
  await everybodyKnows(alliance);
  if (!booking) throw new Error('not confirmed');
  return booking;
}

async function claimsEverywhere() {
  return (
    await Promise.all(Object.values(alliance.airlines).map(({ db }) => db.select().from(seatClaims)))
  ).flat();
}

describe('a cancellation', () => {
  it('frees every seat and refunds every coupon at all airlines, from a site that did not sell it', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    const { boreal } = alliance.airlines;
    const quoted = await cancelQuote(boreal, { recordLocator, customerId });
    expect(quoted).toMatchObject({ rule: 'FREE_24H', refundCents: totalCents, feeCents: 0 });
    const result = await cancelBooking(boreal, {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    });
    expect(result).toMatchObject({ status: 'confirmed' });
    await everybodyKnows(alliance);
    expect(await claimsEverywhere()).toHaveLength(0);
    for (const { db } of Object.values(alliance.airlines)) {
      expect((await db.select().from(coupons)).map((coupon) => coupon.state)).toEqual([
        'refunded',
        'refunded',
      ]);
      expect((await db.select().from(bookings))[0]).toMatchObject({
        state: 'cancelled',
        refundCents: totalCents,
      });
    }
  });

  it('lets the same seats be sold again', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    await cancelBooking(alliance.airlines.rumos, {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    });
    await everybodyKnows(alliance);
    expect((await buy(randomUUID())).state).toBe('confirmed');
  });

  it('keeps a fifth after 24 hours', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    alliance.time.now = new Date(start.getTime() + 24 * 3_600_000 + 1_000);
    const quoted = await cancelQuote(alliance.airlines.giro, { recordLocator, customerId });
    expect(quoted.rule).toBe('FARE_RULE');
    expect(quoted.refundCents).toBe(totalCents * 0.8);
    const request = { recordLocator, customerId, idempotencyKey: randomUUID() };
    await expect(
      cancelBooking(alliance.airlines.giro, { ...request, quotedRefundCents: totalCents }),
    ).rejects.toMatchObject({ code: 'PRICE_CHANGED' });
    expect(
      (await cancelBooking(alliance.airlines.giro, { ...request, quotedRefundCents: quoted.refundCents }))
        .status,
    ).toBe('confirmed');
  });

  it('is done once for the same key, and twice is refused for another', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    const request = {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    };
    const first = await cancelBooking(alliance.airlines.boreal, request);
    await everybodyKnows(alliance);
    expect((await cancelBooking(alliance.airlines.boreal, request)).globalTransactionId).toBe(
      first.globalTransactionId,
    );
    const another = { ...request, idempotencyKey: randomUUID() };
    await expect(cancelBooking(alliance.airlines.rumos, another)).rejects.toMatchObject({
      code: 'BOOKING_CANCELLED',
    });
  });

  it('of somebody else’s booking is answered as if there were none', async () => {
    const { recordLocator, totalCents } = await buy(randomUUID());
    const request = {
      recordLocator,
      customerId: randomUUID(),
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    };
    await expect(cancelBooking(alliance.airlines.rumos, request)).rejects.toMatchObject({
      code: 'BOOKING_UNKNOWN',
    });
    expect(await claimsEverywhere()).toHaveLength(6);
  });

  it('is refused while one of its airlines is away, and the booking stands', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    alliance.offline.add('boreal');
    const request = {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    };
    await expect(cancelBooking(alliance.airlines.giro, request)).rejects.toMatchObject({
      code: 'AIRLINE_OFFLINE',
    });
    expect(await claimsEverywhere()).toHaveLength(6);
    const { silentAirlines } = await getBooking(alliance.airlines.giro, { recordLocator, customerId });
    expect(silentAirlines).toContain('boreal');
  });

  it('is refused when an airline falls silent on the way, and the booking stands', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    alliance.network.fateOf = ({ to }) => (to === 'boreal' ? 'lost' : 'delivered');
    const request = {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    };
    const { status, refusal } = await cancelBooking(alliance.airlines.giro, request);
    expect({ status, code: refusal?.code }).toEqual({ status: 'refused', code: 'AIRLINE_OFFLINE' });
    expect(await claimsEverywhere()).toHaveLength(6);
  });

  it('that meets a lost vote leaves the booking as it was', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    alliance.network.fateOf = ({ to, procedure }) =>
      to === 'rumos' && procedure === 'prepare' ? 'answer-lost' : 'delivered';
    const request = {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    };
    expect((await cancelBooking(alliance.airlines.giro, request)).status).toBe('refused');
    await everybodyKnows(alliance);
    expect(await claimsEverywhere()).toHaveLength(6);
    alliance.network.fateOf = () => 'delivered';
    expect(
      (await cancelBooking(alliance.airlines.giro, { ...request, idempotencyKey: randomUUID() })).status,
    ).toBe('confirmed');
  });

  it('is too late within an hour of departure', async () => {
    const customerId = randomUUID();
    const { recordLocator, totalCents } = await buy(customerId);
    alliance.time.now = new Date('2026-12-22T11:30:00Z');
    await expect(cancelQuote(alliance.airlines.giro, { recordLocator, customerId })).rejects.toMatchObject({
      code: 'CUT_OFF_PASSED',
    });
    expect(totalCents).toBeGreaterThan(0);
  });

  it('of a booking that a site sold without flying it reaches that site’s copy too', async () => {
    const customerId = randomUUID();
    const legs = (['rumos', 'boreal'] as const).map((code) => ({
      legId: interlineLegs[code],
      seats: ['3A'],
    }));
    const { recordLocator, totalCents } = await buy(customerId, legs);
    await cancelBooking(alliance.airlines.boreal, {
      recordLocator,
      customerId,
      idempotencyKey: randomUUID(),
      quotedRefundCents: totalCents,
    });
    await everybodyKnows(alliance);
    expect((await alliance.airlines.giro.db.select().from(bookings))[0]?.state).toBe('cancelled');
  });
});
