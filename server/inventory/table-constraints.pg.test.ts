import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';

/** SQLSTATE of what PostgreSQL refuses. */
const checkViolation = '23514';
const uniqueViolation = '23505';

const leg = 'rumos:101:2026-12-22:RBR';
const id = randomUUID();

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.sql`truncate seat_claims, coupons, bookings`);
afterAll(() => database.drop());

async function sqlStateOf(statement: Promise<unknown>): Promise<string> {
  const error = await statement.then(
    () => null,
    (reason: { code?: string }) => reason,
  );
  return error?.code ?? 'accepted';
}

describe('the database itself refuses', () => {
  it('a second claim on a seat', async () => {
    const claim = () =>
      database.sql`insert into seat_claims (leg_id, seat, state) values (${leg}, '1A', 'blocked')`;
    await claim();
    expect(await sqlStateOf(claim())).toBe(uniqueViolation);
  });

  it.each([
    ['held without an end', { state: 'held', booking_draft_id: id }],
    ['held for no draft', { state: 'held', hold_until: new Date() }],
    [
      'held by a transaction',
      { state: 'held', hold_until: new Date(), booking_draft_id: id, global_transaction_id: id },
    ],
    ['prepared by no transaction', { state: 'prepared' }],
    ['prepared with an end', { state: 'prepared', global_transaction_id: id, hold_until: new Date() }],
    ['sold by no transaction', { state: 'sold' }],
    ['sold with an end', { state: 'sold', global_transaction_id: id, hold_until: new Date() }],
    ['blocked by a transaction', { state: 'blocked', global_transaction_id: id }],
    ['in a state of no meaning', { state: 'pending' }],
  ])('a claim %s', async (_what, columns) => {
    const row = { leg_id: leg, seat: '1A', ...columns };
    expect(await sqlStateOf(database.sql`insert into seat_claims ${database.sql(row)}`)).toBe(checkViolation);
  });

  it.each(['A1', '0A', '100A', '12', '12c', ''])('a claim on %j, which is no seat', async (seat) => {
    const row = { leg_id: leg, seat, state: 'blocked' };
    expect(await sqlStateOf(database.sql`insert into seat_claims ${database.sql(row)}`)).toBe(checkViolation);
  });

  const coupon = (columns: Record<string, string> = {}) => ({
    leg_id: leg,
    e_ticket_number: '8710000000001',
    coupon_number: 1,
    record_locator: 'R2B3C4',
    passenger_index: 0,
    seat: '1A',
    fare_cents: 100,
    surcharge_cents: 0,
    state: 'open',
    ...columns,
  });

  it('a second valid coupon on a seat, and takes one beside a refunded one', async () => {
    const insert = (row: object) => database.sql`insert into coupons ${database.sql(row)}`;
    await insert(coupon());
    expect(await sqlStateOf(insert(coupon({ e_ticket_number: '8710000000002' })))).toBe(uniqueViolation);
    await database.sql`update coupons set state = 'refunded'`;
    expect(await sqlStateOf(insert(coupon({ e_ticket_number: '8710000000002' })))).toBe('accepted');
  });

  it.each([
    ['cancelled without an hour', { state: 'cancelled', cancelled_at: null }],
    ['confirmed with an hour of its cancellation', { state: 'confirmed', cancelled_at: new Date() }],
  ])('a booking that is %s', async (_what, columns) => {
    const row = {
      record_locator: 'R2B3C4',
      global_transaction_id: randomUUID(),
      issuer: 'rumos',
      customer_id: id,
      participants: ['rumos'],
      passenger_count: 1,
      total_cents: 100,
      booked_at: new Date(),
      ...columns,
    };
    expect(await sqlStateOf(database.sql`insert into bookings ${database.sql(row)}`)).toBe(checkViolation);
  });

  const legRow = (columns: object) => ({
    leg_id: leg,
    airline: 'rumos',
    flight_number: 101,
    service_date: '2026-12-22',
    origin: 'RBR',
    destination: 'BSB',
    departs_at: new Date('2026-12-22T12:00:00Z'),
    arrives_at: new Date('2026-12-22T14:00:00Z'),
    aircraft: 'AT7',
    cabin: 'AT7-70',
    fare_cents: 100,
    seats_left: 70,
    change_seq: 1,
    ...columns,
  });

  it.each([
    ['under another airline’s name', { airline: 'giro' }],
    ['that lands before it takes off', { arrives_at: new Date('2026-12-22T11:00:00Z') }],
    ['for nothing', { fare_cents: 0 }],
    ['with fewer than no seats', { seats_left: -1 }],
    ['in a state of no meaning', { status: 'maybe' }],
  ])('a leg %s', async (_what, columns) => {
    expect(await sqlStateOf(database.sql`insert into legs ${database.sql(legRow(columns))}`)).toBe(
      checkViolation,
    );
  });
});
