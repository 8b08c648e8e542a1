import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReplicatedEntity } from '../entity';
import { type CopyingPair, createCopyingPair, publishFlights } from '../testing/copying-pair';
import { maxPageBytes, maxStatesPerPage } from './messages';
import { readSnapshot } from './read-snapshot';

let pair: CopyingPair;

beforeAll(async () => {
  pair = await createCopyingPair();
});

afterAll(() => pair.close());

const first = { entity: 'leg', after: null, limit: maxStatesPerPage };

it('waits until its log has begun and tells of most of what it has', async () => {
  const notReady = { code: 'OVERLOADED', details: { airline: 'giro', retryAfterSeconds: 2 } };
  await expect(readSnapshot(pair.giro, first)).rejects.toMatchObject(notReady);
  await publishFlights(pair.giro, { from: 1, to: 3 });
  const page = await readSnapshot(pair.giro, first);
  expect(page).toMatchObject({ epoch: 1, seq: 3, next: null });
  expect(page.states).toHaveLength(3);
  await pair.giro.airline.db.execute(
    sql`insert into outbox (entity, entity_id) select 'leg', 'x' from generate_series(1, 5001)`,
  );
  await expect(readSnapshot(pair.giro, first)).rejects.toMatchObject(notReady);
  await pair.giro.airline.db.execute(sql`delete from outbox`);
});

it('has only its own legs, also where it has copies of others', async () => {
  const { db } = pair.giro.airline;
  await db.execute(sql`
    insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
      aircraft, cabin, fare_cents, seats_left, change_seq)
    select replace(leg_id, 'giro', 'boreal'), 'boreal', flight_number, service_date, origin, destination, departs_at,
      arrives_at, aircraft, cabin, fare_cents, seats_left, 1 from legs where airline = 'giro'`);
  const { states } = await readSnapshot(pair.giro, first);
  expect(states.map(({ id }) => id.split(':')[0])).toEqual(['giro', 'giro', 'giro']);
});

it('leads from page to page', async () => {
  const one = await readSnapshot(pair.giro, { ...first, limit: 2 });
  expect(one.next).toBe(one.states[1]?.id);
  const two = await readSnapshot(pair.giro, { ...first, after: one.next, limit: 2 });
  expect(two).toMatchObject({ next: null, states: [{ id: expect.not.stringMatching(one.next ?? '') }] });
});

it('knows nothing of an entity of a later version', async () => {
  expect(await readSnapshot(pair.giro, { ...first, entity: 'lounge' })).toMatchObject({
    states: [],
    next: null,
  });
});

it('keeps a page of large states small, and goes on with the next', async () => {
  const ids = Array.from({ length: 40 }, (_, place) => String(place).padStart(2, '0'));
  const state = 'é'.repeat(50_000);
  const large = {
    name: 'essay',
    readPage: async (_db, _owner, { after, limit }) =>
      ids
        .filter((id) => after === null || id > after)
        .slice(0, limit)
        .map((id) => ({ id, state })),
  } as ReplicatedEntity;
  const origin = { ...pair.giro, entities: [large] };
  const read: string[] = [];
  let after: string | null = null;
  do {
    const page = await readSnapshot(origin, { entity: 'essay', after, limit: 10 });
    expect(Buffer.byteLength(JSON.stringify(page.states))).toBeLessThan(1.1 * maxPageBytes);
    read.push(...page.states.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(read).toEqual(ids);
});

it('refuses while it has forgotten something', async () => {
  await pair.giro.airline.db.execute(sql`
    insert into memory (database_oid, timeline, epoch, state, reason, since)
    values (1, 1, 1, 'amnesiac', 'restored', now())`);
  await expect(readSnapshot(pair.giro, first)).rejects.toMatchObject({ code: 'AIRLINE_RECOVERING' });
});
