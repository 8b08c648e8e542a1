import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import type { LegId } from '../domain/leg';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import type { SeatsOfLeg } from './claims';
import { releasePreparedSeats, releaseSoldSeats, sellSeats } from './settle-seats';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.sql`truncate seat_claims, global_transactions`);
afterAll(() => database.drop());

const first = 'rumos:101:2026-12-22:RBR' as LegId;
const second = 'rumos:102:2026-12-22:BSB' as LegId;
const wanted: SeatsOfLeg[] = [
  { legId: second, seats: ['1A'] },
  { legId: first, seats: ['1A', '1B'] },
];

type Settle = (tx: Tx, wanted: readonly SeatsOfLeg[], id: string) => Promise<void>;

const settle = (verb: Settle, id: string, seats = wanted) =>
  database.db.transaction((tx) => verb(tx, seats, id));

async function transaction(decision: 'commit' | 'abort' | null): Promise<string> {
  const id = randomUUID();
  const now = new Date('2026-12-01T12:00:00Z');
  const row = { id, coordinator: 'giro', decision, created_at: now, resolve_at: now };
  await database.sql`insert into global_transactions ${database.sql(row)}`;
  return id;
}

async function claim(id: string, state: 'prepared' | 'sold' = 'prepared'): Promise<void> {
  const rows = wanted.flatMap(({ legId, seats }) =>
    seats.map((seat) => ({ leg_id: legId, seat, state, global_transaction_id: id })),
  );
  await database.sql`insert into seat_claims ${database.sql(rows)}`;
}

const states = async () =>
  (await database.sql<{ state: string }[]>`select state from seat_claims`).map(({ state }) => state);

const allPrepared = ['prepared', 'prepared', 'prepared'];

describe('a prepared seat', () => {
  it('is sold by a committed transaction', async () => {
    const id = await transaction('commit');
    await claim(id);
    await settle(sellSeats, id);
    expect(await states()).toEqual(['sold', 'sold', 'sold']);
  });

  it('is freed by an aborted transaction', async () => {
    const id = await transaction('abort');
    await claim(id);
    await settle(releasePreparedSeats, id);
    expect(await states()).toEqual([]);
  });

  it.each([
    ['undecided', null],
    ['aborted', 'abort'],
  ] as const)('is not sold by an %s transaction', async (_what, decision) => {
    const id = await transaction(decision);
    await claim(id);
    await expect(settle(sellSeats, id)).rejects.toThrow('invariant broken: every seat that is sold');
    expect(await states()).toEqual(allPrepared);
  });

  it.each([
    ['undecided', null],
    ['committed', 'commit'],
  ] as const)('is not freed by an %s transaction', async (_what, decision) => {
    const id = await transaction(decision);
    await claim(id);
    await expect(settle(releasePreparedSeats, id)).rejects.toThrow('invariant broken: prepared seats');
    expect(await states()).toEqual(allPrepared);
  });

  it('is neither sold nor freed by a transaction that has no row here', async () => {
    const id = randomUUID();
    await claim(id);
    await expect(settle(sellSeats, id)).rejects.toThrow('invariant broken');
    await expect(settle(releasePreparedSeats, id)).rejects.toThrow('invariant broken');
    expect(await states()).toEqual(allPrepared);
  });

  it('is neither sold nor freed by another transaction’s decision', async () => {
    await claim(await transaction(null));
    await expect(settle(sellSeats, await transaction('commit'))).rejects.toThrow('invariant broken');
    await settle(releasePreparedSeats, await transaction('abort'));
    expect(await states()).toEqual(allPrepared);
  });

  it('is sold with all of its leg’s or not at all', async () => {
    const id = await transaction('commit');
    await claim(id);
    await database.sql`delete from seat_claims where leg_id = ${first} and seat = '1B'`;
    await expect(settle(sellSeats, id)).rejects.toThrow('invariant broken');
    expect(await states()).toEqual(['prepared', 'prepared']);
  });
});

describe('a decision of the same tx', () => {
  it.each([
    [sellSeats, 'commit'],
    [releasePreparedSeats, 'abort'],
  ] as const)('lets %o do its work, and falls with it', async (verb, decision) => {
    const id = await transaction(null);
    await claim(id);
    const failing = database.db.transaction(async (tx) => {
      await tx.execute(`update global_transactions set decision = '${decision}' where id = '${id}'`);
      await verb(tx, wanted, id);
      throw new Error('the power is gone');
    });
    await expect(failing).rejects.toThrow('the power is gone');
    expect(await states()).toEqual(allPrepared);
    await expect(settle(verb, id)).rejects.toThrow('invariant broken');
  });
});

describe('a sold seat', () => {
  it('is not freed by the abort of whatever transaction', async () => {
    const id = await transaction('abort');
    await claim(id, 'sold');
    await settle(releasePreparedSeats, id);
    expect(await states()).toEqual(['sold', 'sold', 'sold']);
  });

  it('is given back once', async () => {
    const id = await transaction('commit');
    await claim(id, 'sold');
    await settle(releaseSoldSeats, id);
    expect(await states()).toEqual([]);
    await expect(settle(releaseSoldSeats, id)).rejects.toThrow('invariant broken');
  });
});
