import { expect, test } from 'vitest';
import { legIdSchema } from '../domain/leg';
import { type CatalogueLeg, type CataloguePage, catalogueLegSchema } from './catalogue-messages';
import { faultOfPage } from './check-page';

const leg = (changeSeq: number, fields: Partial<CatalogueLeg> = {}): CatalogueLeg => ({
  legId: legIdSchema.parse(`giro:${changeSeq}:2026-12-10:GRU`),
  to: 'SSA',
  departsAt: '2026-12-10T13:00Z',
  arrivesAt: '2026-12-10T15:00Z',
  aircraft: '738',
  cabin: '738-186',
  fareCents: 50_000,
  seatsLeft: 186,
  status: 'scheduled',
  changeSeq,
  ...fields,
});

const page = (fields: Partial<CataloguePage>): CataloguePage => ({
  legs: [],
  next: 9,
  latest: 9,
  ...fields,
});

test('a page that leads on in order can be applied', () => {
  expect(faultOfPage('giro', 3, page({ legs: [leg(4), leg(9)] }))).toBeNull();
});

test('numbers may be missing: those legs changed again later', () => {
  expect(faultOfPage('giro', 3, page({ legs: [leg(8)], next: 8 }))).toBeNull();
});

test('an empty page with nothing new can be applied', () => {
  expect(faultOfPage('giro', 9, page({}))).toBeNull();
});

test.each([
  [
    'a leg of another airline',
    page({ legs: [leg(4, { legId: legIdSchema.parse('boreal:4:2026-12-10:GRU') })] }),
    'not a leg of giro',
  ],
  ['a leg from before the cursor', page({ legs: [leg(3)] }), 'stands at 3, after 3'],
  ['legs out of order', page({ legs: [leg(5), leg(4)] }), 'stands at 4, after 5'],
  ['a leg twice', page({ legs: [leg(4), { ...leg(5), legId: leg(4).legId }] }), 'stands twice'],
  ['an end before its last leg', page({ legs: [leg(5)], next: 4 }), 'before its last leg'],
  ['an end beyond the latest change', page({ next: 10 }), 'beyond the latest change'],
  ['a page that leads nowhere', page({ next: 3 }), 'does not lead beyond 3'],
])('%s is refused', (_what, wrong, reason) => {
  expect(faultOfPage('giro', 3, wrong)).toContain(reason);
});

test.each([
  ['an arrival before the departure', { arrivesAt: '2026-12-10T12:59Z' }],
  ['an instant with seconds', { departsAt: '2026-12-10T13:00:30Z' }],
  ['a wall time', { departsAt: '2026-12-10T13:00' }],
  ['a fare of nothing', { fareCents: 0 }],
  ['a fraction of a centavo', { fareCents: 10.5 }],
  ['fewer than no seats', { seatsLeft: -1 }],
  ['a fourth airline', { legId: 'vento:1:2026-12-10:GRU' }],
  ['a city instead of an airport', { to: 'Salvador' }],
  ['an unknown status', { status: 'boarding' }],
])('%s is no leg of a catalogue', (_what, fields) => {
  expect(catalogueLegSchema.safeParse({ ...leg(1), ...fields }).success).toBe(false);
});
