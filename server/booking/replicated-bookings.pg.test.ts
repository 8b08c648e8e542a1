import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingCopies, customers, legs } from '@/db/schema';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { customerCopy } from '../testing/customer-row';
import { everybodyKnows } from '../testing/everybody-knows';
import { emptyBookings, order } from '../testing/orders';
import { replicateAll } from '../testing/replicate';
import { cancelBooking, cancelQuote } from './cancel-booking';
import { getBooking } from './get-booking';
import { listBookings } from './list-bookings';
import { noteBookingsOfLegs } from './note-bookings';
import { purchase } from './purchase';

let alliance: TestAlliance;
let customerId: string;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(async () => {
  customerId = randomUUID();
  await emptyBookings(alliance);
});
afterAll(() => alliance.close());

/** Every airline knows the decision, and what it published of it is everywhere. */
async function settled() {
  await everybodyKnows(alliance);
  await replicateAll(alliance.airlines);
}

async function buy(site: AirlineCode, sellers: readonly AirlineCode[], buyer = customerId): Promise<Booking> {
  const legs = sellers.map((code) => ({ legId: interlineLegs[code], seats: ['2A'] }));
  const { booking } = await purchase(alliance.airlines[site], order({ legs }), buyer);
  if (!booking) throw new Error('not confirmed');
  return booking;
}

async function cancel(site: AirlineCode, { recordLocator }: Booking, who = customerId): Promise<string> {
  const airline = alliance.airlines[site];
  const { refundCents } = await cancelQuote(airline, { recordLocator, customerId: who });
  const request = { recordLocator, customerId: who, idempotencyKey: randomUUID() };
  return (await cancelBooking(airline, { ...request, quotedRefundCents: refundCents })).status;
}

/** What a site lists, without what differs from site to site by right: names, hours and who is live. */
async function listedAt(site: AirlineCode, who = customerId) {
  const { bookings } = await listBookings(alliance.airlines[site], { customerId: who });
  return bookings.map(({ silentAirlines: _silent, cancelledAt: _at, parts, ...booking }) => ({
    ...booking,
    parts: parts.map(({ passengerNames: _names, asOf: _asOf, live: _live, ...part }) => part),
  }));
}

function die(code: AirlineCode) {
  alliance.offline.add(code);
  const before = alliance.network.fateOf;
  alliance.network.fateOf = (call) => (call.to === code || call.from === code ? 'lost' : before(call));
}

describe('my trips', () => {
  it('are the same at every airline, also while the issuer and then a second one is dead', async () => {
    await buy('giro', ['rumos', 'boreal']);
    await settled();
    const everywhere = await listedAt('rumos');
    expect(everywhere[0]).toMatchObject({ issuer: 'giro', state: 'confirmed' });
    expect(everywhere[0]?.parts.map((part) => part.airline)).toEqual(['rumos', 'boreal']);
    for (const site of airlineCodes) expect(await listedAt(site)).toEqual(everywhere);
    for (const [dead, sites] of [
      ['giro', ['rumos', 'boreal']],
      ['rumos', ['boreal']],
    ] as const) {
      die(dead);
      for (const site of sites) expect(await listedAt(site)).toEqual(everywhere);
    }
  });

  it('need no peer, and say whose part is a copy and of when', async () => {
    const { recordLocator } = await buy('giro', airlineCodes);
    await settled();
    die('rumos');
    die('boreal');
    const replicatedAt = alliance.time.now.toISOString();
    alliance.calls.length = 0;
    const { bookings, silentAirlines } = await listBookings(alliance.airlines.giro, { customerId });
    const known = await getBooking(alliance.airlines.giro, { recordLocator, customerId });
    expect(alliance.calls).toEqual([]);
    expect(silentAirlines).toEqual(['rumos', 'boreal']);
    expect(bookings).toEqual([known]);
    expect(known.silentAirlines).toEqual(['rumos', 'boreal']);
    expect(known.parts).toEqual([
      expect.objectContaining({ airline: 'rumos', live: false, asOf: replicatedAt }),
      expect.objectContaining({ airline: 'giro', live: true }),
      expect.objectContaining({ airline: 'boreal', live: false, asOf: replicatedAt }),
    ]);
  });

  it('have a trip of one peer’s seats at once where it was bought, and everywhere with the log', async () => {
    const { recordLocator } = await buy('rumos', ['boreal']);
    const atOnce = await listedAt('rumos');
    expect(atOnce).toEqual([expect.objectContaining({ recordLocator, issuer: 'boreal' })]);
    expect(await listedAt('giro')).toEqual([]);
    await settled();
    for (const site of airlineCodes) expect(await listedAt(site)).toEqual(atOnce);
  });

  it('say cancelled everywhere, wherever it was cancelled', async () => {
    const booking = await buy('giro', ['rumos', 'giro']);
    await settled();
    expect(await cancel('boreal', booking)).toBe('confirmed');
    const atOnce = await listedAt('boreal');
    expect(atOnce[0]).toMatchObject({ state: 'cancelled', refundCents: booking.totalCents });
    await settled();
    for (const site of airlineCodes) expect(await listedAt(site)).toEqual(atOnce);
    expect(atOnce[0]?.parts.map((part) => part.legs[0]?.seats[0]?.couponState)).toEqual([
      'refunded',
      'refunded',
    ]);
  });

  it('of two accounts that were united are all there, and can be cancelled', async () => {
    const [kept, other] = [customerId, randomUUID()];
    const first = await buy('giro', ['giro'], kept);
    const second = await buy('rumos', ['rumos', 'boreal'], other);
    await settled();
    for (const { db } of Object.values(alliance.airlines)) {
      await db.insert(customers).values([
        { ...customerCopy({ id: kept, email: `${kept}@example.com` }), holdsEmail: true },
        { ...customerCopy({ id: other, email: `${other}@example.com`, mergedInto: kept }), holdsEmail: true },
      ]);
    }
    for (const site of airlineCodes) {
      const locators = (await listedAt(site, kept)).map((booking) => booking.recordLocator).sort();
      expect(locators).toEqual([first.recordLocator, second.recordLocator].sort());
    }
    expect(await cancel('giro', second, kept)).toBe('confirmed');
    await settled();
    expect(await getBooking(alliance.airlines.rumos, { ...second, customerId: kept })).toMatchObject({
      state: 'cancelled',
      customerId: other,
    });
  });

  it('of somebody else are as unknown as a locator that was never issued', async () => {
    const { recordLocator } = await buy('giro', ['rumos', 'boreal']);
    await settled();
    for (const site of airlineCodes) {
      const asked = getBooking(alliance.airlines[site], { recordLocator, customerId: randomUUID() });
      await expect(asked).rejects.toMatchObject({ code: 'BOOKING_UNKNOWN' });
      expect(await listedAt(site, randomUUID())).toEqual([]);
    }
  });
});

describe('a booking page', () => {
  it('asks the peers for a booking of which nothing has arrived yet', async () => {
    const { recordLocator } = await buy('rumos', ['boreal']);
    alliance.calls.length = 0;
    const booking = await getBooking(alliance.airlines.giro, { recordLocator, customerId });
    expect(booking.parts.map((part) => part.airline)).toEqual(['boreal']);
    expect(alliance.calls.map(({ procedure, to }) => `${procedure} ${to}`).sort()).toEqual([
      'booking boreal',
      'booking rumos',
    ]);
  });
});

describe('a leg that is retimed', () => {
  it('tells its new times in every copy of the bookings on it', async () => {
    await buy('giro', ['rumos', 'boreal']);
    await settled();
    const departsAt = '2026-12-22T12:30:00.000Z';
    const { sql } = alliance.databases.rumos;
    const [before] = await sql`select departs_at from legs where leg_id = ${interlineLegs.rumos}`;
    await alliance.airlines.rumos.db.transaction(async (tx) => {
      await tx
        .update(legs)
        .set({ departsAt: new Date(departsAt) })
        .where(eq(legs.legId, interlineLegs.rumos));
      await noteBookingsOfLegs(tx, [interlineLegs.rumos]);
    });
    await replicateAll(alliance.airlines);
    for (const site of airlineCodes)
      expect((await listedAt(site))[0]?.parts[0]?.legs[0]?.departsAt).toBe(departsAt);
    await sql`update legs set departs_at = ${before?.departs_at} where leg_id = ${interlineLegs.rumos}`;
  });
});

describe('cancelling from a copy', () => {
  it('is quoted and done although the copy is old, as long as its airlines answer', async () => {
    const booking = await buy('giro', ['rumos', 'boreal']);
    await settled();
    alliance.time.now = new Date(alliance.time.now.getTime() + 60_000);
    const stale = await getBooking(alliance.airlines.giro, { ...booking, customerId });
    expect(stale.parts.map((part) => part.live)).toEqual([false, false]);
    expect(await cancel('giro', booking)).toBe('confirmed');
  });
});

describe('personal data', () => {
  it('never leaves the airlines that fly the passengers', async () => {
    await buy('giro', ['rumos', 'boreal']);
    await settled();
    for (const { db, sql } of Object.values(alliance.databases)) {
      const bodies = await sql`select body from change_batches`;
      expect(bodies.length).toBeGreaterThan(0);
      const told = JSON.stringify([bodies, await db.select().from(bookingCopies)]);
      for (const secret of ['Ana Souza', '52998224725', 'ana@example.org', '1990-05-17'])
        expect(told).not.toContain(secret);
    }
    const { bookings } = await listBookings(alliance.airlines.giro, { customerId });
    expect(bookings.flatMap((booking) => booking.parts.flatMap((part) => part.passengerNames))).toEqual([]);
  });
});
