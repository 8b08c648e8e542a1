import { afterAll, beforeAll, expect, test } from 'vitest';
import { legIdSchema } from '@/server/domain/leg';
import { pullCatalogue } from '@/server/replication/pull-catalogue';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '@/server/replication/testing/catalogue-airlines';
import { findLegs } from './find-legs';

const own = legIdSchema.parse('rumos:1:2026-12-10:GRU');
const peers = legIdSchema.parse('giro:1:2026-12-10:GRU');

let alliance: CatalogueAlliance;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  await publishLegs(alliance.airlines.rumos, [{ flightNumber: 1, status: 'cancelled' }]);
  await publishLegs(alliance.airlines.giro, [{ flightNumber: 1 }]);
  await pullCatalogue(alliance.airlines.rumos, 'giro');
});

afterAll(() => alliance.close());

test('own and copied legs come in the asked order, cancelled ones included', async () => {
  const found = await findLegs(alliance.airlines.rumos, [peers, own, peers]);
  expect(found.map(({ legId, status }) => [legId, status])).toEqual([
    [peers, 'scheduled'],
    [own, 'cancelled'],
    [peers, 'scheduled'],
  ]);
  expect(found[0]).toMatchObject({ from: 'GRU', to: 'SSA', departsAt: new Date('2026-12-10T13:00Z') });
});

test('a leg that nobody published is refused by name', async () => {
  const unknown = legIdSchema.parse('boreal:9:2026-12-10:GRU');
  await expect(findLegs(alliance.airlines.rumos, [own, unknown])).rejects.toMatchObject({
    code: 'LEG_UNKNOWN',
    details: { legId: unknown },
  });
});

test('no ids are no legs', async () => {
  expect(await findLegs(alliance.airlines.rumos, [])).toEqual([]);
});
