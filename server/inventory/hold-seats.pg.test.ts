import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftHolds, seatClaims } from '@/db/schema';
import type { LegId } from '../domain/leg';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings } from '../testing/orders';
import { extendHold, holdSeats, releaseHold } from './hold-seats';
import { seatMap } from './seat-map';
import { sweepExpiredHolds } from './sweep-expired-holds';

let alliance: TestAlliance;
const start = new Date('2026-12-01T12:00:00.000Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(async () => {
  alliance.time.now = start;
  await emptyBookings(alliance);
});
afterAll(() => alliance.close());

const hold = (seats: string[], bookingDraftId: string, legId: LegId = interlineLegs.rumos) =>
  holdSeats(alliance.airlines.rumos, { legId, seats, bookingDraftId, customerId: null });

async function stateOf(seat: string, bookingDraftId?: string) {
  const map = await seatMap(alliance.airlines.rumos, { legId: interlineLegs.rumos, bookingDraftId });
  return map.rows.flatMap((row) => row.seats).find(({ designator }) => designator === seat)?.state;
}

describe('a hold', () => {
  it('keeps a seat from everybody else for ten minutes', async () => {
    const draft = randomUUID();
    expect(await hold(['2A'], draft)).toEqual({ holdUntil: minutes(10).toISOString(), seats: ['2A'] });
    expect([await stateOf('2A', draft), await stateOf('2A')]).toEqual(['mine', 'held']);
    await expect(hold(['2A'], randomUUID())).rejects.toMatchObject({
      code: 'SEAT_TAKEN',
      details: { seat: '2A' },
    });
  });

  it('adds seats and repeats without change', async () => {
    const draft = randomUUID();
    await hold(['2A'], draft);
    alliance.time.now = minutes(3);
    expect(await hold(['2A', '2B'], draft)).toEqual({
      holdUntil: minutes(10).toISOString(),
      seats: ['2A', '2B'],
    });
    expect(await alliance.airlines.rumos.db.select().from(seatClaims)).toHaveLength(2);
  });

  it('takes all of its seats or none', async () => {
    await hold(['2B'], randomUUID());
    await expect(hold(['2A', '2B'], randomUUID())).rejects.toMatchObject({ code: 'SEAT_TAKEN' });
    expect(await stateOf('2A')).toBe('free');
  });

  it('is over when its time is, swept or not', async () => {
    await hold(['2A'], randomUUID());
    alliance.time.now = minutes(10.01);
    expect(await stateOf('2A')).toBe('free');
    const next = randomUUID();
    expect((await hold(['2A'], next)).seats).toEqual(['2A']);
    expect(await sweepExpiredHolds(alliance.airlines.rumos)).toEqual([]);
    alliance.time.now = minutes(30);
    expect(await sweepExpiredHolds(alliance.airlines.rumos)).toEqual([interlineLegs.rumos]);
    expect(await alliance.airlines.rumos.db.select().from(seatClaims)).toHaveLength(0);
  });

  it('is extended by ten minutes, and never beyond forty', async () => {
    const draft = randomUUID();
    const key = { legId: interlineLegs.rumos, bookingDraftId: draft };
    await hold(['2A'], draft);
    for (const now of [9, 18, 27, 36]) {
      alliance.time.now = minutes(now);
      const { holdUntil } = await extendHold(alliance.airlines.rumos, key);
      expect(holdUntil).toBe(minutes(Math.min(now + 10, 40)).toISOString());
    }
    alliance.time.now = minutes(41);
    await expect(extendHold(alliance.airlines.rumos, key)).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
  });

  it('is given back by its draft and by nobody else', async () => {
    const draft = randomUUID();
    await hold(['2A', '2B'], draft);
    const stranger = { legId: interlineLegs.rumos, seats: ['2A'], bookingDraftId: randomUUID() };
    await releaseHold(alliance.airlines.rumos, stranger);
    expect(await stateOf('2A')).toBe('held');
    expect(await releaseHold(alliance.airlines.rumos, { ...stranger, bookingDraftId: draft })).toMatchObject({
      seats: ['2B'],
    });
    expect(await stateOf('2A')).toBe('free');
  });

  it('moves to the same customer’s newer draft', async () => {
    const customerId = randomUUID();
    const request = { legId: interlineLegs.rumos, seats: ['2A'], customerId };
    await holdSeats(alliance.airlines.rumos, { ...request, bookingDraftId: randomUUID() });
    const newer = randomUUID();
    expect((await holdSeats(alliance.airlines.rumos, { ...request, bookingDraftId: newer })).seats).toEqual([
      '2A',
    ]);
    expect(await stateOf('2A', newer)).toBe('mine');
  });

  it('covers nine seats of a leg at most', async () => {
    const ten = ['1A', '1B', '1C', '1D', '2A', '2B', '2C', '2D', '3A', '3B'];
    const draft = randomUUID();
    await hold(ten.slice(0, 9), draft);
    await expect(hold(ten.slice(9), draft)).rejects.toMatchObject({ code: 'HOLD_LIMIT' });
  });

  it('has one winner among twenty that ask at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => hold(['3C'], randomUUID())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['a seat that the cabin lacks', ['9Z'], 'SEAT_UNKNOWN'],
    ['a seat twice', ['2A', '2A'], 'SEAT_REPEATED'],
  ])('of %s is refused', async (_what, seats, code) => {
    await expect(hold(seats, randomUUID())).rejects.toMatchObject({ code });
    expect(await alliance.airlines.rumos.db.select().from(seatClaims)).toHaveLength(0);
  });

  it('closes an hour before departure', async () => {
    alliance.time.now = new Date('2026-12-22T11:00:00Z');
    await expect(hold(['2A'], randomUUID())).rejects.toMatchObject({ code: 'CUT_OFF_PASSED' });
  });
});

describe('a hold at a peer', () => {
  it('is granted by the owner and remembered here', async () => {
    const draft = randomUUID();
    const receipt = await hold(['2A'], draft, interlineLegs.boreal);
    expect(receipt.seats).toEqual(['2A']);
    expect(await alliance.airlines.boreal.db.select().from(seatClaims)).toHaveLength(1);
    expect(await alliance.airlines.rumos.db.select().from(draftHolds)).toMatchObject([
      { bookingDraftId: draft, seats: ['2A'] },
    ]);
  });

  it('brings the owner’s refusal', async () => {
    await hold(['2A'], randomUUID(), interlineLegs.boreal);
    await expect(hold(['2A'], randomUUID(), interlineLegs.boreal)).rejects.toMatchObject({
      code: 'SEAT_TAKEN',
      details: { airline: 'boreal' },
    });
  });

  it('that does not answer says so', async () => {
    alliance.network.fateOf = () => 'lost';
    await expect(hold(['2A'], randomUUID(), interlineLegs.boreal)).rejects.toMatchObject({
      code: 'AIRLINE_OFFLINE',
      details: { airline: 'boreal' },
    });
    const legId = interlineLegs.boreal;
    await expect(seatMap(alliance.airlines.rumos, { legId })).rejects.toMatchObject({
      code: 'AIRLINE_OFFLINE',
    });
  });
});
