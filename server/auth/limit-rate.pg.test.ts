import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rateLimits } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { limitRate } from './limit-rate';

let alliance: AccountAlliance;
let giro: Airline;

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ giro } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(async () => {
  alliance.time.now = new Date('2026-12-01T12:00:12.500Z');
  await alliance.reset();
});

const search = { action: 'search', subject: '203.0.113.7', perMinute: 3 };

async function allowedOf(airline: Airline, requests: number): Promise<number> {
  const tries = Array.from({ length: requests }, () => limitRate(airline, search));
  const results = await Promise.allSettled(tries);
  return results.filter(({ status }) => status === 'fulfilled').length;
}

describe('a rate limit', () => {
  it('allows exactly its number in a minute, also to requests at once', async () => {
    expect(await allowedOf(giro, 20)).toBe(3);
  });

  it('says how many seconds are left, and allows again when they have passed', async () => {
    await allowedOf(giro, 3);
    await expect(limitRate(giro, search)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 48 },
    });
    alliance.time.now = new Date('2026-12-01T12:00:59.999Z');
    await expect(limitRate(giro, search)).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } });
    alliance.time.now = new Date('2026-12-01T12:01:00.000Z');
    expect(await allowedOf(giro, 1)).toBe(1);
  });

  it('counts each action and each subject apart', async () => {
    await allowedOf(giro, 3);
    await expect(limitRate(giro, { ...search, subject: '203.0.113.8' })).resolves.toBeUndefined();
    await expect(limitRate(giro, { ...search, action: 'purchase' })).resolves.toBeUndefined();
  });

  it.each([
    [2, 6],
    [0.5, 1],
    [0.01, 1],
  ])('times %s allows %s', async (rateLimitFactor, allowed) => {
    expect(await allowedOf({ ...giro, settings: { rateLimitFactor } }, 10)).toBe(allowed);
  });

  it('is shared by all instances of an airline and by no other airline', async () => {
    await allowedOf(giro, 3);
    expect(await allowedOf({ ...giro }, 1)).toBe(0);
    expect(await allowedOf(alliance.airlines.boreal, 1)).toBe(1);
  });

  it('deletes windows that are over, a bounded number at a time', async () => {
    const windowStart = new Date('2026-12-01T11:00:00.000Z');
    const old = Array.from({ length: 30 }, (_, index) => ({
      action: 'old',
      subject: `${index}`,
      windowStart,
      count: 1,
    }));
    await giro.db.insert(rateLimits).values(old);
    await limitRate(giro, search);
    expect(await giro.db.$count(rateLimits)).toBe(11);
    await limitRate(giro, { ...search, subject: '203.0.113.8' });
    const left = await giro.db
      .select({ action: rateLimits.action })
      .from(rateLimits)
      .orderBy(asc(rateLimits.subject));
    expect(left).toEqual([{ action: 'search' }, { action: 'search' }]);
  });
});
