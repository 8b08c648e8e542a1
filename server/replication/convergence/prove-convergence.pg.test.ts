import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeLogs } from '@/db/schema';
import { isRefusal } from '../../errors';
import { PeerUnreachable } from '../../peers/peers';
import { bootstrapOrigin } from '../bootstrap/bootstrap-origin';
import { type CopyingPair, createCopyingPair, publishFlights, pullTail } from '../testing/copying-pair';
import { proveConvergence } from './convergence-loop';

let pair: CopyingPair;

beforeEach(async () => {
  pair = await createCopyingPair();
  await publishFlights(pair.giro, { from: 1, to: 150 });
  await bootstrapOrigin(pair.rumos, 'giro');
});

afterEach(() => pair.close());

const patience = { attempts: 2, pauseMs: 1 };
const prove = async () => (await proveConvergence(pair.rumos, patience)).get('giro');
const errors = () => pair.log.filter(({ level }) => level === 'error');

it('finds copies equal, also after changes that came with the log', async () => {
  await publishFlights(pair.giro, { from: 3, to: 5, fareCents: 100 });
  await pullTail({ from: pair.giro, to: pair.rumos });
  expect(await prove()).toEqual({ outcome: 'equal', compared: ['cabin', 'leg'], skipped: [] });
  expect(errors()).toEqual([]);
});

it.each([
  { what: 'another fare', damage: sql`update legs set fare_cents = 1 where flight_number = 12` },
  { what: 'another seat taken', damage: sql`update legs set taken_seats = '{1A}' where flight_number = 12` },
  { what: 'a leg fewer', damage: sql`delete from legs where flight_number = 12` },
  {
    what: 'a leg more',
    damage: sql`
      insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
        aircraft, cabin, fare_cents, seats_left, change_seq)
      select replace(leg_id, ':12:', ':912:'), airline, 912, service_date, origin, destination, departs_at, arrives_at,
        aircraft, cabin, fare_cents, seats_left, 7 from legs where flight_number = 12`,
  },
])('reports and mends copies with $what', async ({ damage }) => {
  await pair.rumos.airline.db.execute(damage);
  expect(await prove()).toMatchObject({ outcome: 'different', different: ['leg'] });
  expect(errors()).toEqual([expect.objectContaining({ fields: { origin: 'giro', entities: ['leg'] } })]);
  expect(await prove()).toMatchObject({ outcome: 'equal' });
});

it('says nothing while the copy is behind', async () => {
  await publishFlights(pair.giro, { from: 3, to: 5, fareCents: 100 });
  expect(await prove()).toEqual({ outcome: 'busy' });
  expect(errors()).toEqual([]);
});

it('says nothing while the peer has changes that its log does not tell of', async () => {
  await pair.giro.airline.db.execute(sql`insert into outbox (entity, entity_id) values ('leg', 'x')`);
  expect(await prove()).toEqual({ outcome: 'busy' });
});

it('says nothing while a snapshot is being copied', async () => {
  const bootstrap = { epoch: 1, seq: 150, entity: 'leg', after: null };
  await pair.rumos.airline.db.update(changeLogs).set({ bootstrap });
  await pair.rumos.airline.db.execute(sql`delete from legs`);
  expect(await prove()).toEqual({ outcome: 'busy' });
});

it('leaves a peer alone that has forgotten something', async () => {
  await pair.giro.airline.db.execute(sql`
    insert into memory (database_oid, timeline, epoch, state, reason, since)
    values (1, 1, 1, 'amnesiac', 'restored', now())`);
  await pair.rumos.airline.db.execute(sql`delete from legs`);
  expect(await prove()).toEqual({ outcome: 'busy' });
  const copying = bootstrapOrigin(pair.rumos, 'giro');
  await expect(copying).rejects.toSatisfy((error) => isRefusal(error) && error.code === 'AIRLINE_RECOVERING');
});

it('calls a peer silent that does not answer', async () => {
  pair.network.deliver = () => {
    throw new PeerUnreachable('giro', 'cut in this test');
  };
  expect(await prove()).toEqual({ outcome: 'silent' });
});
