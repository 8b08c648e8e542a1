import { expect, test } from 'vitest';
import { setUpCatalogues } from '@/server/catalogue/testing/set-up-catalogues';
import { legIdSchema } from '@/server/domain/leg';
import { findLegs } from './find-legs';

const own = legIdSchema.parse('rumos:1:2026-12-10:GRU');
const peers = legIdSchema.parse('giro:1:2026-12-10:GRU');

const alliance = setUpCatalogues({
  rumos: [{ flightNumber: 1, status: 'cancelled' }],
  giro: [{ flightNumber: 1 }],
});

test('own and copied legs come in the asked order, cancelled ones included', async () => {
  const found = await findLegs(alliance.airlines.rumos, [peers, own, peers]);
  expect(found.map(({ legId, status }) => [legId, status])).toEqual([
    [peers, 'scheduled'],
    [own, 'cancelled'],
    [peers, 'scheduled'],
  ]);
  expect(found[0]).toEqual({
    legId: peers,
    airline: 'giro',
    flightNumber: 1,
    serviceDate: '2026-12-10',
    from: 'GRU',
    to: 'SSA',
    departsAt: new Date('2026-12-10T13:00Z'),
    arrivesAt: new Date('2026-12-10T15:00Z'),
    aircraft: '738',
    cabin: '738-186',
    fareCents: 50_000,
    seatsLeft: 186,
    status: 'scheduled',
  });
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
