import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { legs, outbox } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import { cancelBooking } from '../booking/cancel-booking';
import { purchase } from '../booking/purchase';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings, order } from '../testing/orders';
import { replicateAll } from '../testing/replicate';
import { legEntity } from './leg-entity';
import { publishMarkedAvailability } from './publish-availability';

let alliance: TestAlliance;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});

beforeEach(() => emptyBookings(alliance));

afterAll(() => alliance.close());

const customerId = randomUUID();
const wanted = airlineCodes.map((code) => ({ legId: interlineLegs[code], seats: ['2A', '2B'] }));

/** What the airline says of its own leg, once it has published something new. */
async function publishedBy(code: AirlineCode) {
  const airline = alliance.airlines[code];
  const hasChanged = async () => (await publishMarkedAvailability(airline)) === 1;
  expect(await waitUntil(hasChanged, 15_000, 10)).toBe(true);
  const [leg] = await airline.db.select().from(legs).where(eq(legs.legId, interlineLegs[code]));
  return leg && { seatsLeft: leg.seatsLeft, takenSeats: leg.takenSeats, heldSeats: leg.heldSeats };
}

test('seats that are sold are taken in the copies of the others, which then count the same', async () => {
  const { rumos, giro, boreal } = alliance.airlines;
  await replicateAll(alliance.airlines);
  await purchase(giro, order({ legs: [{ legId: interlineLegs.boreal, seats: ['3D'] }] }), randomUUID());
  expect(await publishedBy('boreal')).toMatchObject({ takenSeats: ['3D'] });
  await replicateAll(alliance.airlines);
  const published = await legEntity.checksum(boreal.db, boreal, 'boreal');
  expect(published.count).toBe(1);
  for (const { db } of [rumos, giro]) {
    const [copy] = await db.select().from(legs).where(eq(legs.legId, interlineLegs.boreal));
    expect(copy?.takenSeats).toEqual(['3D']);
    expect(await legEntity.checksum(db, rumos, 'boreal')).toEqual(published);
  }
});

test('every airline publishes what it sold, and what a cancellation gave back', async () => {
  const { giro, boreal } = alliance.airlines;
  const { booking } = await purchase(giro, order({ legs: wanted }), customerId);
  if (!booking) throw new Error('not confirmed');
  for (const code of airlineCodes) {
    const sold = { seatsLeft: 10, takenSeats: ['2A', '2B'], heldSeats: [] };
    expect(await publishedBy(code), code).toEqual(sold);
  }
  await cancelBooking(boreal, {
    recordLocator: booking.recordLocator,
    customerId,
    idempotencyKey: randomUUID(),
    quotedRefundCents: booking.totalCents,
  });
  for (const code of airlineCodes) {
    expect(await publishedBy(code), code).toEqual({ seatsLeft: 12, takenSeats: [], heldSeats: [] });
    const noted = await alliance.airlines[code].db.select().from(outbox).where(eq(outbox.entity, 'leg'));
    expect(noted.map(({ entityId }) => entityId)).toEqual([interlineLegs[code], interlineLegs[code]]);
  }
});
