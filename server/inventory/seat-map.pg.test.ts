import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLogs, legs, seatClaims } from '@/db/schema';
import type { Airline } from '../airline';
import { publishMarkedAvailability } from '../catalogue/publish-availability';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings } from '../testing/orders';
import { holdSeats, releaseHold } from './hold-seats';
import type { SeatMap } from './messages';
import { seatMap } from './seat-map';

let alliance: TestAlliance;
let rumos: Airline;
let boreal: Airline;
const legId = interlineLegs.boreal;
const copiedAt = new Date('2026-12-01T11:59:58.000Z');

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
  ({ rumos, boreal } = alliance.airlines);
});
beforeEach(async () => {
  await emptyBookings(alliance);
  await rumos.db.delete(changeLogs);
  await rumos.db.insert(changeLogs).values({ origin: 'boreal', epoch: 1, seq: 1, asOf: copiedAt });
  await rumos.db
    .update(legs)
    .set({ takenSeats: ['1A', '2C'], heldSeats: ['3D'] })
    .where(eq(legs.legId, legId));
});
afterAll(() => alliance.close());

/** The seats that are not free, and how. */
function statesOf({ rows }: SeatMap): Record<string, string> {
  const seats = rows.flatMap((row) => row.seats).filter(({ state }) => state !== 'free');
  return Object.fromEntries(seats.map(({ designator, state }) => [designator, state]));
}

describe('the seat map of a silent airline', () => {
  it.each([
    ['is known to be offline', { offline: ['boreal' as const], fate: 'delivered' as const }],
    ['does not answer', { offline: [], fate: 'lost' as const }],
  ])('that %s is the one it last published, with its hour', async (_what, { offline, fate }) => {
    const before = await seatMap(rumos, { legId });
    expect(before).toMatchObject({ state: 'live', asOf: alliance.time.now.toISOString() });
    alliance.offline = new Set(offline);
    alliance.network.fateOf = () => fate;
    const map = await seatMap(rumos, { legId });
    expect(map).toMatchObject({ state: 'offline', asOf: copiedAt.toISOString() });
    expect(statesOf(map)).toEqual({ '1A': 'taken', '2C': 'taken', '3D': 'held' });
    const { state: _state, asOf: _asOf, rows, ...cabin } = map;
    expect(before).toMatchObject(cabin);
    expect(rows.map(({ row, seats }) => [row, seats.length])).toEqual([1, 2, 3].map((row) => [row, 4]));
  });

  it('shows the viewer’s own seats as held, published or not, and as nobody’s once the hold is over', async () => {
    const bookingDraftId = randomUUID();
    await holdSeats(rumos, { legId, seats: ['3D', '1B'], bookingDraftId, customerId: null });
    alliance.offline.add('boreal');
    const known = { '1A': 'taken', '2C': 'taken', '3D': 'held' };
    expect(statesOf(await seatMap(rumos, { legId, bookingDraftId }))).toEqual({ ...known, '1B': 'held' });
    expect(statesOf(await seatMap(rumos, { legId }))).toEqual(known);
    const begun = alliance.time.now;
    alliance.time.now = new Date(begun.getTime() + 601_000);
    expect(statesOf(await seatMap(rumos, { legId, bookingDraftId }))).toEqual(known);
    alliance.time.now = begun;
  });

  it('is not drawn without its hour, or for a leg of which there is no copy', async () => {
    alliance.offline.add('boreal');
    const unknown = interlineLegs.boreal.replace(':303:', ':304:') as typeof legId;
    const refused = { code: 'AIRLINE_OFFLINE', details: { airline: 'boreal' } };
    await expect(seatMap(rumos, { legId: unknown })).rejects.toMatchObject(refused);
    await rumos.db.delete(changeLogs);
    await expect(seatMap(rumos, { legId })).rejects.toMatchObject(refused);
  });
});

describe('a hold', () => {
  const heldSeats = async () => {
    const [leg] = await boreal.db.select().from(legs).where(eq(legs.legId, legId));
    return [leg?.seatsLeft, leg?.heldSeats];
  };

  it('is published after the fact, and so is its end', async () => {
    const hold = { legId, seats: ['2B', '2A'], bookingDraftId: randomUUID() };
    await holdSeats(rumos, { ...hold, customerId: null });
    expect(await heldSeats()).toEqual([12, []]);
    expect(await publishMarkedAvailability(boreal)).toBe(1);
    expect(await heldSeats()).toEqual([10, ['2A', '2B']]);
    await releaseHold(rumos, { ...hold, seats: ['2A'] });
    expect(await publishMarkedAvailability(boreal)).toBe(1);
    expect(await heldSeats()).toEqual([11, ['2B']]);
    await boreal.db.delete(seatClaims);
  });

  it('that was refused marks nothing', async () => {
    await publishMarkedAvailability(boreal);
    await boreal.db.insert(seatClaims).values({ legId, seat: '1A', state: 'blocked' });
    const hold = { legId, seats: ['1A'], bookingDraftId: randomUUID(), customerId: null };
    await expect(holdSeats(rumos, hold)).rejects.toMatchObject({ code: 'SEAT_TAKEN' });
    expect(await publishMarkedAvailability(boreal)).toBe(0);
  });
});
