import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogues, changeLogs, legs } from '@/db/schema';
import type { Airline } from '../airline';
import type { Changes, EntityState, Rejected } from '../replication/entity';
import { legEntity } from './leg-entity';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  type LegFields,
  legRow,
} from './testing/catalogue-airlines';

let alliance: CatalogueAlliance;
let rumos: Airline;
let giro: Airline;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  ({ rumos, giro } = alliance.airlines);
});

afterAll(() => alliance.close());

beforeEach(async () => {
  for (const { sql } of Object.values(alliance.databases)) await sql`truncate legs, catalogues, change_logs`;
});

const idOf = (flightNumber: number) => `giro:${flightNumber}:2026-12-10:GRU`;

async function publish(...fields: LegFields[]): Promise<void> {
  const rows = fields.map((leg) => legRow('giro', leg));
  for (const row of rows) {
    await giro.db.insert(legs).values(row).onConflictDoUpdate({ target: legs.legId, set: row });
  }
}

async function stateOf(flightNumber: number): Promise<EntityState> {
  const [state] = await legEntity.readStates(giro.db, giro, [idOf(flightNumber)]);
  if (!state) throw new Error(`giro has no flight ${flightNumber}`);
  return state;
}

function apply(changes: Changes['changes'], { isLate = false } = {}): Promise<Rejected[]> {
  return rumos.db.transaction((tx) => legEntity.apply(tx, rumos, { origin: 'giro', changes, isLate }));
}

const copies = async () =>
  (await rumos.db.select().from(legs).orderBy(legs.legId)).map(({ changeSeq: _, ...leg }) => leg);
const originals = async () =>
  (await giro.db.select().from(legs).orderBy(legs.legId)).map(({ changeSeq: _, ...leg }) => leg);
const catalogueSeq = async () =>
  (await rumos.db.select().from(catalogues).where(eq(catalogues.airline, 'giro')))[0]?.changeSeq;

const soldAndHeld = { seatsLeft: 183, takenSeats: ['10A', '1C'], heldSeats: ['2F'] };

describe('a leg', () => {
  test('arrives as it was published, seats included, with its place in the log', async () => {
    await publish({ flightNumber: 1, ...soldAndHeld }, { flightNumber: 2, status: 'cancelled' });
    expect(
      await apply([
        { ...(await stateOf(1)), seq: 7 },
        { ...(await stateOf(2)), seq: 8 },
      ]),
    ).toEqual([]);
    expect(await copies()).toEqual(await originals());
    expect((await rumos.db.select().from(legs).orderBy(legs.legId)).map((leg) => leg.changeSeq)).toEqual([
      7, 8,
    ]);
    expect(await catalogueSeq()).toBe(8);
  });

  test('applied twice, or again after others, ends in the same row', async () => {
    await publish({ flightNumber: 1 }, { flightNumber: 2 });
    const log = [
      { ...(await stateOf(1)), seq: 1 },
      { ...(await stateOf(2)), seq: 2 },
    ];
    await apply(log);
    const once = await rumos.db.select().from(legs).orderBy(legs.legId);
    await apply(log);
    expect(await rumos.db.select().from(legs).orderBy(legs.legId)).toEqual(once);
  });

  test('that stands twice in a batch is as its last entry says', async () => {
    await publish({ flightNumber: 1 });
    const before = { ...(await stateOf(1)), seq: 1 };
    await publish({ flightNumber: 1, ...soldAndHeld });
    await apply([before, { ...(await stateOf(1)), seq: 2 }]);
    expect(await copies()).toEqual([expect.objectContaining(soldAndHeld)]);
  });

  test('that was set aside does not undo a newer entry, and is applied where there is none', async () => {
    await publish({ flightNumber: 1 }, { flightNumber: 2 });
    const [old, other] = [await stateOf(1), await stateOf(2)];
    await publish({ flightNumber: 1, ...soldAndHeld });
    await apply([{ ...(await stateOf(1)), seq: 9 }]);
    const late = [
      { ...old, seq: 3 },
      { ...other, seq: 4 },
    ];
    expect(await apply(late, { isLate: true })).toEqual([]);
    expect(await copies()).toEqual(await originals());
    expect(await catalogueSeq()).toBe(9);
  });

  test('that comes late makes the indexes read its airline anew', async () => {
    await rumos.db.insert(changeLogs).values({ origin: 'giro', epoch: 1, seq: 9 });
    await publish({ flightNumber: 1 });
    await apply([{ ...(await stateOf(1)), seq: 3 }], { isLate: true });
    expect(await rumos.db.select().from(changeLogs)).toMatchObject([{ bootstrappedAt: alliance.time.now }]);
  });

  test('of a new log is written over one with a higher place in the old log', async () => {
    await publish({ flightNumber: 1 });
    await apply([{ ...(await stateOf(1)), seq: 900 }]);
    await publish({ flightNumber: 1, ...soldAndHeld });
    await apply([{ ...(await stateOf(1)), seq: 2 }]);
    expect(await copies()).toEqual(await originals());
    expect(await catalogueSeq()).toBe(2);
  });

  test('of another airline than the log’s is foreign, and nothing else is lost with it', async () => {
    await publish({ flightNumber: 1 });
    const { id, state } = await stateOf(1);
    const rejected = await apply([
      { id: 'rumos:1:2026-12-10:GRU', state, seq: 1 },
      { id: 'boreal:1:2026-12-10:GRU', state, seq: 2 },
      { id, state, seq: 3 },
    ]);
    expect(rejected).toEqual([
      { seq: 1, reason: 'foreign' },
      { seq: 2, reason: 'foreign' },
    ]);
    expect(await copies()).toHaveLength(1);
  });

  test.each([
    ['an arrival before the departure', { arrivesAt: '2026-12-10T12:59Z' }],
    ['an instant with seconds', { departsAt: '2026-12-10T13:00:30Z' }],
    ['a wall time', { departsAt: '2026-12-10T13:00' }],
    ['the year 0', { departsAt: '0000-12-10T13:00Z' }],
    ['a fare of nothing', { fareCents: 0 }],
    ['a fraction of a centavo', { fareCents: 10.5 }],
    ['fewer than no seats', { seatsLeft: -1 }],
    ['a seat that is none', { takenSeats: ['A1'] }],
    ['seats that are no list', { heldSeats: '1A' }],
    ['a city instead of an airport', { to: 'Salvador' }],
    ['an aircraft with a character that cannot be stored', { aircraft: '7\u00008' }],
    ['an unknown status', { status: 'boarding' }],
  ])('with %s is unreadable', async (_what, fields) => {
    await publish({ flightNumber: 1 });
    const { id, state } = await stateOf(1);
    const wrong = { ...(state as object), ...fields };
    expect(await apply([{ id, state: wrong, seq: 5 }])).toEqual([{ seq: 5, reason: 'unreadable' }]);
    expect(await copies()).toEqual([]);
    expect(await catalogueSeq()).toBeUndefined();
  });

  test.each([
    ['no leg’s', 'flight 7'],
    ['of a day that does not exist', 'giro:1:2026-02-30:GRU'],
    ['of a fourth airline', 'vento:1:2026-12-10:GRU'],
  ])('under an id %s is unreadable', async (_what, id) => {
    await publish({ flightNumber: 1 });
    const { state } = await stateOf(1);
    expect(await apply([{ id, state, seq: 5 }])).toEqual([{ seq: 5, reason: 'unreadable' }]);
  });

  test('with a field of a newer version is read without it', async () => {
    await publish({ flightNumber: 1 });
    const { id, state } = await stateOf(1);
    const newer = { ...(state as object), meals: ['breakfast'], to: 'SSA' };
    expect(await apply([{ id, state: newer, seq: 1 }])).toEqual([]);
    expect(await copies()).toEqual(await originals());
  });
});

describe('what an airline publishes', () => {
  beforeEach(async () => {
    await giro.db.insert(legs).values(legRow('rumos', { flightNumber: 5 }));
    await publish({ flightNumber: 3 }, { flightNumber: 1 }, { flightNumber: 2 });
  });

  test('are its own legs, copies of others never', async () => {
    expect(await legEntity.listOwnIds(giro.db, giro)).toEqual([1, 2, 3].map(idOf));
    const asked = ['rumos:5:2026-12-10:GRU', idOf(1), idOf(9)];
    expect((await legEntity.readStates(giro.db, giro, asked)).map(({ id }) => id)).toEqual([idOf(1)]);
  });

  test('comes in pages in the order of the ids', async () => {
    const page = async (after: string | null) =>
      (await legEntity.readPage(giro.db, giro, { after, limit: 2 })).map(({ id }) => id);
    expect(await page(null)).toEqual([idOf(1), idOf(2)]);
    expect(await page(idOf(2))).toEqual([idOf(3)]);
    expect(await page(idOf(3))).toEqual([]);
  });
});

test('a snapshot sweeps away the legs of its airline that it did not contain, and no others', async () => {
  await rumos.db.insert(legs).values(legRow('rumos', { flightNumber: 5 }));
  await publish({ flightNumber: 1 }, { flightNumber: 2 });
  await apply([{ ...(await stateOf(1)), seq: 4 }]);
  await apply([{ ...(await stateOf(2)), seq: 20 }]);
  await rumos.db.transaction((tx) => legEntity.sweep(tx, rumos, { origin: 'giro', seq: 20 }));
  expect((await copies()).map(({ legId }) => legId)).toEqual([idOf(2), 'rumos:5:2026-12-10:GRU']);
});

describe('a checksum', () => {
  const at = (airline: Airline) => legEntity.checksum(airline.db, airline, 'giro');

  test('is equal where the same legs stand, in whatever order they came', async () => {
    await publish({ flightNumber: 1 }, { flightNumber: 2, ...soldAndHeld });
    expect(await at(rumos)).toEqual({ count: 0, sum: '0' });
    await apply([{ ...(await stateOf(2)), seq: 1 }]);
    await apply([{ ...(await stateOf(1)), seq: 2 }]);
    await rumos.db.insert(legs).values(legRow('rumos', { flightNumber: 5 }));
    expect(await at(giro)).toMatchObject({ count: 2 });
    expect(await at(rumos)).toEqual(await at(giro));
  });

  test.each([
    ['an hour', { departsAt: new Date('2026-12-10T12:59Z') }],
    ['a destination', { destination: 'REC' }],
    ['a fare', { fareCents: 50_001 }],
    ['a status', { status: 'cancelled' as const }],
    ['a cabin', { cabin: '738-189' }],
    ['a seat that is taken', { takenSeats: ['1A'] }],
    ['a seat that is held', { heldSeats: ['1A'] }],
    ['the seats that are left', { seatsLeft: 185 }],
  ])('differs by %s', async (_what, fields) => {
    await publish({ flightNumber: 1 });
    await apply([{ ...(await stateOf(1)), seq: 1 }]);
    await rumos.db.update(legs).set(fields);
    expect(await at(rumos)).not.toEqual(await at(giro));
  });
});
