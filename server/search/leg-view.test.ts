import { expect, test } from 'vitest';
import { type Leg, legIdOf } from '@/server/domain/leg';
import { legView } from './leg-view';

const key = { airline: 'rumos', flightNumber: 1234, serviceDate: '2026-12-10', from: 'RBR' } as const;

const leg: Leg = {
  ...key,
  legId: legIdOf(key),
  to: 'BSB',
  departsAt: new Date('2026-12-11T02:30Z'),
  arrivesAt: new Date('2026-12-11T05:50Z'),
  aircraft: '320',
  cabin: '320-180',
  fareCents: 81_200,
  seatsLeft: 12,
  status: 'scheduled',
};

test('each end shows its own wall time and zone, on its own day', () => {
  expect(legView(leg)).toEqual({
    legId: 'rumos:1234:2026-12-10:RBR',
    airline: 'rumos',
    flightNumber: 1234,
    serviceDate: '2026-12-10',
    from: 'RBR',
    to: 'BSB',
    departsAt: '2026-12-11T02:30:00.000Z',
    arrivesAt: '2026-12-11T05:50:00.000Z',
    departsLocal: '2026-12-10T21:30',
    arrivesLocal: '2026-12-11T02:50',
    departsZone: 'America/Rio_Branco',
    arrivesZone: 'America/Sao_Paulo',
    aircraft: '320',
    fareCents: 81_200,
    seatsLeft: 12,
  });
});

test('an airport that is not in the table is shown in UTC, and says so', () => {
  const view = legView({ ...leg, to: 'XXX' });
  expect([view.arrivesLocal, view.arrivesZone]).toEqual(['2026-12-11T05:50', 'UTC']);
});
