import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingCopies } from '@/db/schema';
import type { AirlineCode } from '../domain/airline-code';
import type { Changes, EntityState, Rejected } from '../replication/entity';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings, order } from '../testing/orders';
import { bookingEntity } from './booking-entity';
import { listBookings } from './list-bookings';
import { purchase } from './purchase';
import type { StatedBooking } from './statement';
import { statedBooking, statedPart } from './testing/stated-booking';

let alliance: TestAlliance;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(() => emptyBookings(alliance));
afterAll(() => alliance.close());

const boreal = () => alliance.airlines.boreal;

type Entry = { state: unknown; seq: number; id?: string };

async function applyFrom(
  origin: AirlineCode,
  entries: Entry[],
  { isLate = false }: Pick<Partial<Changes>, 'isLate'> = {},
): Promise<Rejected[]> {
  const changes = entries.map(({ state, seq, id = 'GBCDFG' }) => ({ id, state, seq }));
  return boreal().db.transaction((tx) => bookingEntity.apply(tx, boreal(), { origin, changes, isLate }));
}

const stored = () => boreal().db.select().from(bookingCopies);

const byRumos: StatedBooking = { ...statedBooking(), part: statedPart('rumos') };
const cancelledByRumos: StatedBooking = {
  header: {
    ...byRumos.header,
    state: 'cancelled',
    cancelledAt: '2026-12-02T09:00:00.000Z',
    refundCents: 60_000,
  },
  part: statedPart('rumos'),
};

describe('copies of a booking', () => {
  it('are the same rows when they come twice, and again from the start', async () => {
    const entries = [
      { state: byRumos, seq: 4 },
      { state: cancelledByRumos, seq: 9 },
    ];
    expect(await applyFrom('rumos', entries)).toEqual([]);
    const once = await stored();
    expect(once).toEqual([
      expect.objectContaining({ origin: 'rumos', customerId: byRumos.header.customerId, changeSeq: 9 }),
    ]);
    await applyFrom('rumos', entries);
    expect(await stored()).toEqual(once);
  });

  it('stay cancelled when an entry from before comes after it', async () => {
    await applyFrom('rumos', [{ state: cancelledByRumos, seq: 9 }]);
    await applyFrom('rumos', [{ state: byRumos, seq: 4 }]);
    expect((await stored())[0]?.header.state).toBe('cancelled');
  });

  it('are not overwritten by an entry that was set aside and comes late', async () => {
    await applyFrom('rumos', [{ state: cancelledByRumos, seq: 9 }]);
    await applyFrom('rumos', [{ state: { ...byRumos, part: null }, seq: 4 }], { isLate: true });
    expect(await stored()).toEqual([
      expect.objectContaining({ header: cancelledByRumos.header, part: statedPart('rumos'), changeSeq: 9 }),
    ]);
  });

  it.each([
    ['by an airline that does not hold the booking', statedBooking({ participants: ['giro'] }), 'foreign'],
    ['with the part of another airline', { ...byRumos, part: statedPart('boreal') }, 'foreign'],
    ['that are no statements', { header: { recordLocator: 'GBCDFG' } }, 'unreadable'],
  ] as const)('are not made %s', async (_what, state, reason) => {
    expect(await applyFrom('rumos', [{ state, seq: 1 }])).toEqual([{ seq: 1, reason }]);
    expect(await stored()).toEqual([]);
  });

  it('are not made under another id, nor of a sale that changes afterwards', async () => {
    expect(await applyFrom('rumos', [{ state: byRumos, seq: 1, id: 'GZZZZZ' }])).toEqual([
      { seq: 1, reason: 'unreadable' },
    ]);
    const stolen = { ...byRumos, header: { ...byRumos.header, customerId: randomUUID() } };
    const entries = [
      { state: byRumos, seq: 2 },
      { state: stolen, seq: 3 },
    ];
    expect(await applyFrom('rumos', entries)).toEqual([{ seq: 3, reason: 'unreadable' }]);
    expect(await applyFrom('rumos', [{ state: stolen, seq: 5 }])).toEqual([{ seq: 5, reason: 'unreadable' }]);
    expect((await stored())[0]).toMatchObject({ customerId: byRumos.header.customerId, changeSeq: 2 });
  });

  it('that a snapshot did not contain are forgotten', async () => {
    const kept = statedBooking({ recordLocator: 'GCCCCC' });
    await applyFrom('rumos', [{ state: byRumos, seq: 3 }]);
    await applyFrom('giro', [{ state: statedBooking(), seq: 3 }]);
    await applyFrom('rumos', [{ state: kept, seq: 7, id: 'GCCCCC' }]);
    await boreal().db.transaction((tx) => bookingEntity.sweep(tx, boreal(), { origin: 'rumos', seq: 7 }));
    const left = (await stored()).map(({ origin, recordLocator }) => `${origin} ${recordLocator}`);
    expect(left.sort()).toEqual(['giro GBCDFG', 'rumos GCCCCC']);
  });
});

describe('what an airline publishes of its bookings', () => {
  const seats = ['1A', '1B', '1C', '1D', '2A', '2B', '2C', '2D', '3A', '3B', '3C', '3D'];
  const giro = () => alliance.airlines.giro;

  async function sell(count: number): Promise<string[]> {
    const locators: string[] = [];
    for (const seat of seats.slice(0, count)) {
      const input = order({ legs: [{ legId: interlineLegs.giro, seats: [seat] }] });
      const { booking } = await purchase(giro(), input, randomUUID());
      if (booking) locators.push(booking.recordLocator);
    }
    return locators.sort();
  }

  async function pages(limit: number): Promise<EntityState[]> {
    const all: EntityState[] = [];
    for (;;) {
      const after = all.at(-1)?.id ?? null;
      const page = await bookingEntity.readPage(giro().db, giro(), { after, limit });
      if (page.length === 0) return all;
      all.push(...page);
    }
  }

  it('is read by id and page by page alike, in the order of the locators', async () => {
    const locators = await sell(5);
    expect(await bookingEntity.listOwnIds(giro().db, giro())).toEqual(locators);
    const states = await pages(2);
    expect(states.map(({ id }) => id)).toEqual(locators);
    const byId = await bookingEntity.readStates(giro().db, giro(), [...locators, 'GZZZZZ', 'no locator']);
    expect(byId.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(states);
  });

  it('has the checksum of its copies at another airline, until one of them differs', async () => {
    await sell(3);
    const states = await pages(10);
    expect(
      await applyFrom(
        'giro',
        states.map((each, index) => ({ ...each, seq: index + 1 })),
      ),
    ).toEqual([]);
    const own = await bookingEntity.checksum(giro().db, giro(), 'giro');
    expect(own.count).toBe(3);
    expect(await bookingEntity.checksum(boreal().db, boreal(), 'giro')).toEqual(own);
    await alliance.databases.boreal.sql`
      update booking_copies set part = jsonb_set(part, '{totalCents}', '1')
      where record_locator = (select min(record_locator) from booking_copies)`;
    expect(await bookingEntity.checksum(boreal().db, boreal(), 'giro')).not.toEqual(own);
  });
});

describe('a long list', () => {
  it('has two hundred bookings, and asks nobody for them', async () => {
    const customerId = randomUUID();
    const letters = 'BCDFGHJKMNPQRSTVWXYZ';
    const locators = Array.from(
      { length: 200 },
      (_, index) => `GBBB${letters[Math.floor(index / 20)]}${letters[index % 20]}`,
    );
    const entries = locators.map((recordLocator, index) => ({
      id: recordLocator,
      seq: index + 1,
      state: { ...statedBooking({ recordLocator, customerId }), part: statedPart('rumos') },
    }));
    expect(await applyFrom('rumos', entries)).toEqual([]);
    const { bookings } = await listBookings(boreal(), { customerId });
    expect(bookings).toHaveLength(200);
    expect(alliance.calls).toEqual([]);
  });
});
