import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seatClaims } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '../airline';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings } from '../testing/orders';
import { lineUp, signalRelease, signalSale } from './line-up';
import { holdOwnSeats } from './own-holds';
import { prepareSeats } from './prepare-seats';

let alliance: TestAlliance;
let giro: Airline;
const legId = interlineLegs.giro;
const wanted = [{ legId, seats: ['2A'] }];

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(async () => {
  await emptyBookings(alliance);
  giro = { ...alliance.airlines.giro };
  attempts.length = 0;
});
afterEach(() => void vi.useRealTimers());
afterAll(() => alliance.close());

/** Who has tried in the database, in order. */
const attempts: string[] = [];

/** One transaction that wants the seat, as the engine has it: tries when it is its turn, until prepared or turned down. */
async function contender(airline: Airline, owner: string, { seats = wanted, timeoutMs = 15_000 } = {}) {
  const place = lineUp(airline, { owner, wanted: seats });
  const deadline = performance.now() + timeoutMs;
  let isPrepared = false;
  try {
    for (;;) {
      const turnedDown = await place.turn(deadline - performance.now());
      if (turnedDown) return turnedDown.code;
      attempts.push(owner);
      const claimant = { customerId: randomUUID(), bookingDraftId: null };
      const claimed = await airline.db.transaction((tx) =>
        prepareSeats(tx, airline, { wanted: seats, globalTransactionId: owner, claimant }),
      );
      isPrepared = claimed.kind === 'prepared';
      if (isPrepared) return 'prepared';
    }
  } finally {
    place.leave({ isPrepared });
  }
}

/** An abort: the claim is gone. */
async function release(owner: string): Promise<void> {
  await giro.db
    .delete(seatClaims)
    .where(and(eq(seatClaims.legId, legId), eq(seatClaims.globalTransactionId, owner)));
}

/** Whoever stands first looks by themselves now and then, which would be one more attempt on a slow machine. */
const nobodyLooks = () => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });

const owners = (count: number) => Array.from({ length: count }, () => randomUUID());

describe('a line for a seat', () => {
  it('gives a seat that comes free again and again to each in order of arrival', async () => {
    nobodyLooks();
    const [...arrived] = owners(10);
    const prepared: string[] = [];
    const contenders = arrived.map(async (owner) => {
      await contender(giro, owner);
      prepared.push(owner);
      await release(owner);
      signalRelease(giro, wanted);
    });
    await Promise.all(contenders);
    expect(prepared).toEqual(arrived);
    // Nobody has asked the database before it was their turn.
    expect(attempts).toEqual(arrived);
  });

  it('refuses everybody who waits when the seat is sold, and the database is not asked', async () => {
    nobodyLooks();
    const [winner = '', ...losers] = owners(30);
    const answers = [winner, ...losers].map((owner) => contender(giro, owner));
    expect(await answers[0]).toBe('prepared');
    await giro.db.update(seatClaims).set({ state: 'sold' });
    signalSale(giro, wanted);
    expect(new Set(await Promise.all(answers.slice(1)))).toEqual(new Set(['SEAT_TAKEN']));
    expect(attempts).toEqual([winner]);
  });

  it('sees what another process on this database has released, without being told', async () => {
    const elsewhere = { ...giro };
    const [holder = '', first = '', second = ''] = owners(3);
    expect(await contender(elsewhere, holder)).toBe('prepared');
    const waiting = contender(giro, first);
    const behind = contender(giro, second, { timeoutMs: 3_000 });
    expect(await waitUntil(() => attempts.includes(first), 15_000, 5)).toBe(true);
    await release(holder);
    expect(await waiting).toBe('prepared');
    expect(await behind).toBe('SEAT_CONTESTED');
  });

  it('has one winner when two processes want the seat at once', async () => {
    const elsewhere = { ...giro };
    const answers = owners(20).map((owner, index) =>
      contender(index % 2 ? giro : elsewhere, owner, { timeoutMs: 600 }),
    );
    const told = await Promise.all(answers);
    expect(told.filter((answer) => answer === 'prepared')).toHaveLength(1);
    expect(told.filter((answer) => answer === 'SEAT_CONTESTED')).toHaveLength(19);
  });

  it('calls a seat contested that an undecided purchase has, never sold, also for a hold', async () => {
    const [holder = ''] = owners(1);
    await contender(giro, holder);
    const wish = { legId, seats: ['2A'], bookingDraftId: randomUUID(), customerId: null };
    await expect(holdOwnSeats(giro, wish)).rejects.toMatchObject({
      code: 'SEAT_CONTESTED',
      details: { airline: 'giro', legId, seat: '2A' },
    });
  });
});

it('leaves connections for decisions while attempts at seats wait for locks in the database', async () => {
  const seats = ['1A', '1B', '1C', '1D', '2A', '2B', '2C', '2D', '3A', '3B', '3C', '3D'];
  const { sql } = alliance.databases.giro;
  let told: Promise<string[]> = Promise.resolve([]);
  await sql.begin(async (locks) => {
    await locks`insert into seat_claims (leg_id, seat, state) select ${legId}, unnest(${seats}::text[]), 'blocked'`;
    told = Promise.all(
      seats.map((seat) =>
        contender(giro, randomUUID(), { seats: [{ legId, seats: [seat] }] }).catch(() => 'SEAT_TAKEN'),
      ),
    );
    const blocked = () => sql<{ count: number }[]>`
      select count(*)::int from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    expect(await waitUntil(async () => (await blocked())[0]?.count === 8, 15_000, 10)).toBe(true);
    // The pool has twelve connections, and twelve attempts want one.
    expect(await Promise.race([giro.db.select().from(seatClaims).limit(1), told])).toEqual([]);
  });
  expect(new Set(await told)).toEqual(new Set(['SEAT_TAKEN']));
});
