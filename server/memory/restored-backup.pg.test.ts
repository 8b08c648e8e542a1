import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coupons, forgottenPassengers, seatClaims } from '@/db/schema';
import { cancelBooking } from '../booking/cancel-booking';
import { getBooking } from '../booking/get-booking';
import type { Booking } from '../domain/booking';
import { isRefusal } from '../errors';
import { ownMemory } from './own-memory';
import { createMemoryAlliance, type MemoryAlliance } from './testing/memory-alliance';

let alliance: MemoryAlliance;

const rumos = () => alliance.airlines.rumos;
const giro = () => alliance.airlines.giro;
const withBoreal = ['rumos', 'boreal'] as const;
const stateOfRumos = async () => (await ownMemory(rumos()))?.state;
const refusalOf = (buying: Promise<{ refusal?: { code: string } }>) =>
  buying.then(
    (result) => result.refusal?.code ?? 'sold',
    (error) => (isRefusal(error) ? error.code : 'failed'),
  );
const seatsAtRumos = async () =>
  (await rumos().db.select().from(seatClaims).orderBy(seatClaims.seat)).map(
    ({ seat, state }) => `${seat} ${state}`,
  );
const couponsAtRumos = () => rumos().db.select().from(coupons).orderBy(coupons.seat);
const partOf = (booking: Booking | undefined) => booking?.parts.find(({ airline }) => airline === 'rumos');

/** One story; each test is its next chapter. */
describe('an airline whose database was replaced by a copy of its files from before', () => {
  let sold: Booking | undefined;
  let delegated: Booking | undefined;

  beforeAll(async () => {
    alliance = await createMemoryAlliance();
  });

  afterAll(() => alliance.close());

  it('remembers after an ordinary restart', async () => {
    expect((await alliance.buy(giro(), '1A')).status).toBe('confirmed');
    await alliance.cluster.backUp();
    await alliance.passTime();
    expect(await stateOfRumos()).toBe('remembers');
  });

  it('notices the copy, and votes, sells and promises nothing', async () => {
    sold = (await alliance.buy(giro(), '2A')).booking;
    const cancelled = (await alliance.buy(giro(), '2B')).booking;
    delegated = (await alliance.buy(giro(), '2C', ['rumos'])).booking;
    expect([sold?.state, cancelled?.state, delegated?.state]).toEqual(Array(3).fill('confirmed'));
    await alliance.passTime();
    expect(await cancel(cancelled)).toBe('confirmed');
    await alliance.passTime();
    await alliance.cluster.restore();
    await alliance.passTime();
    expect(await ownMemory(rumos())).toMatchObject({
      state: 'amnesiac',
      reason: expect.stringContaining('has seen'),
    });
    expect(await seatsAtRumos()).toEqual(['1A sold']);
    expect(await refusalOf(alliance.buy(giro(), '2A', withBoreal))).toBe('AIRLINE_RECOVERING');
    expect(await refusalOf(alliance.buy(rumos(), '2A', ['rumos']))).toBe('AIRLINE_RECOVERING');
    expect(await seatsAtRumos()).toEqual(['1A sold']);
  });

  it('stays amnesiac over a restart, however far it writes on', async () => {
    await rumos().db.execute('create table noise as select generate_series(1, 20000) as n');
    await alliance.cluster.restart();
    await alliance.passTime();
    expect(await stateOfRumos()).toBe('amnesiac');
  });

  it('does not recover while a peer that may know something is silent', async () => {
    alliance.network.fateOf = ({ to }) => (to === 'boreal' ? 'lost' : 'delivered');
    await expect(alliance.recover()).rejects.toThrow('boreal did not answer');
    alliance.network.fateOf = () => 'delivered';
    expect(await stateOfRumos()).toBe('amnesiac');
  });

  it('has everything again that somebody else knew of, and sells', async () => {
    const report = await alliance.recover();
    expect(report).toMatchObject({ committed: 3, ownSales: 1, conflicts: [], abstained: [] });
    expect(await stateOfRumos()).toBe('remembers');
    expect(await seatsAtRumos()).toEqual(['1A sold', '2A sold', '2C sold']);
    expect((await couponsAtRumos()).map(({ seat, state }) => `${seat} ${state}`)).toEqual([
      '1A open',
      '2A open',
      '2B refunded',
      '2C open',
    ]);
    await alliance.passTime();
    expect(await stateOfRumos()).toBe('remembers');
    expect(await refusalOf(alliance.buy(giro(), '2A', withBoreal))).toBe('SEAT_TAKEN');
    expect(await refusalOf(alliance.buy(giro(), '2B', withBoreal))).toBe('sold');
  });

  it('gives its customers the numbers that they were given, and new ones to nobody else', async () => {
    for (const booking of [sold, delegated]) {
      const again = await stored(booking);
      expect(partOf(again)?.airlineLocator).toBe(partOf(booking)?.airlineLocator);
      expect(partOf(again)?.legs[0]?.seats).toEqual(partOf(booking)?.legs[0]?.seats);
      expect(partOf(again)?.passengerNames).toEqual([]);
    }
    const numbers = (await couponsAtRumos()).map(({ eTicketNumber }) => eTicketNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    const [newest] = numbers.toSorted().reverse();
    expect(Number(newest?.slice(3))).toBeGreaterThan(10_000_000);
  });

  it('tells staff whose passengers are to be asked for', async () => {
    const noted = await rumos().db.select().from(forgottenPassengers);
    expect(noted.map(({ recordLocator }) => recordLocator).sort()).toEqual(
      expect.arrayContaining([sold?.recordLocator, delegated?.recordLocator]),
    );
  });

  it('has nothing more to recover', async () => {
    expect(await alliance.recover()).toBeNull();
  });
});

const stored = (booking: Booking | undefined) =>
  booking
    ? getBooking(rumos(), { recordLocator: booking.recordLocator, customerId: alliance.customerId })
    : undefined;

async function cancel(booking: Booking | undefined): Promise<string | undefined> {
  if (!booking) return undefined;
  const { recordLocator, totalCents } = booking;
  const { customerId } = alliance;
  const request = { recordLocator, customerId, idempotencyKey: randomUUID(), quotedRefundCents: totalCents };
  return (await cancelBooking(giro(), request)).status;
}
