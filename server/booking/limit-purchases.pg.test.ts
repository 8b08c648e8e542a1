import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { limitPurchases } from './limit-purchases';

let alliance: TestAlliance;

beforeAll(async () => {
  alliance = await createTestAlliance();
});
afterAll(() => alliance.close());

it('a customer’s 121st purchase of a minute is refused until the next, and nobody else’s', async () => {
  const customerId = randomUUID();
  const { giro } = alliance.airlines;
  for (let count = 0; count < 120; count++) await limitPurchases(giro, customerId);
  await expect(limitPurchases(giro, customerId)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(limitPurchases(giro, randomUUID())).resolves.toBeUndefined();
  alliance.time.now = new Date(alliance.time.now.getTime() + 60_000);
  await expect(limitPurchases(giro, customerId)).resolves.toBeUndefined();
});
