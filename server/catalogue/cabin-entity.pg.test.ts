import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cabins } from '@/db/schema';
import { cabinTemplates } from '@/db/seed/cabin-templates';
import type { Airline } from '../airline';
import type { Cabin } from '../domain/cabin';
import type { Changes, Rejected } from '../replication/entity';
import { cabinEntity } from './cabin-entity';
import { type CatalogueAlliance, createCatalogueAlliance } from './testing/catalogue-airlines';

let alliance: CatalogueAlliance;
let rumos: Airline;
let giro: Airline;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  ({ rumos, giro } = alliance.airlines);
});

afterAll(() => alliance.close());

beforeEach(async () => {
  for (const { sql } of Object.values(alliance.databases)) await sql`truncate cabins`;
  await giro.db
    .insert(cabins)
    .values(fleet.map((layout) => ({ airline: 'giro' as const, code: layout.code, layout })));
});

const fleet = cabinTemplates
  .filter(({ code }) => code.startsWith('73'))
  .toSorted((a, b) => (a.code < b.code ? -1 : 1));
const codes = fleet.map(({ code }) => code);
const first = fleet[0] as Cabin;

function apply(changes: Changes['changes'], { isLate = false } = {}): Promise<Rejected[]> {
  return rumos.db.transaction((tx) => cabinEntity.apply(tx, rumos, { origin: 'giro', changes, isLate }));
}

const published = async () =>
  (await cabinEntity.readStates(giro.db, giro, codes)).map((state, place) => ({ ...state, seq: place + 1 }));
const copies = async () =>
  (await rumos.db.select().from(cabins).orderBy(cabins.code)).map((row) => row.layout);
const checksumAt = (airline: Airline) => cabinEntity.checksum(airline.db, airline, 'giro');

test('cabins arrive as they were published, however often, and count the same', async () => {
  expect(await cabinEntity.listOwnIds(giro.db, giro)).toEqual(codes);
  const log = await published();
  expect(await apply(log)).toEqual([]);
  await apply(log);
  expect(await copies()).toEqual(fleet);
  expect(await checksumAt(rumos)).toEqual(await checksumAt(giro));
});

test('pages follow the order of the codes', async () => {
  const page = async (after: string | null) =>
    (await cabinEntity.readPage(giro.db, giro, { after, limit: 2 })).map(({ id }) => id);
  expect(await page(null)).toEqual(codes.slice(0, 2));
  expect(await page(codes[1] ?? '')).toEqual(codes.slice(2));
});

test('an entry that was set aside does not undo a newer one', async () => {
  const newer = { ...first, name: 'Refurbished' };
  await apply([{ id: first.code, state: newer, seq: 9 }]);
  await apply([{ id: first.code, state: first, seq: 3 }], { isLate: true });
  expect(await copies()).toEqual([newer]);
  expect(await checksumAt(rumos)).not.toEqual(await checksumAt(giro));
});

test('a field of a newer version is left out', async () => {
  expect(await apply([{ id: first.code, state: { ...first, showers: 2 }, seq: 1 }])).toEqual([]);
  expect(await copies()).toEqual([first]);
});

test.each([
  ['of another code', { code: '738-999' }],
  ['without a name', { name: undefined }],
  ['with letters that are none', { letters: 'abc' }],
])('a cabin %s is unreadable', async (_what, fields) => {
  const state = { ...first, ...fields };
  expect(await apply([{ id: first.code, state, seq: 2 }])).toEqual([{ seq: 2, reason: 'unreadable' }]);
  expect(await copies()).toEqual([]);
});

test('a snapshot sweeps away what it did not contain', async () => {
  await apply([{ id: first.code, state: first, seq: 4 }]);
  await apply((await published()).slice(1).map((entry) => ({ ...entry, seq: 20 })));
  await rumos.db.transaction((tx) => cabinEntity.sweep(tx, rumos, { origin: 'giro', seq: 20 }));
  expect(await copies()).toEqual(fleet.slice(1));
});
