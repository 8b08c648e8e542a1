import { expect, test } from 'vitest';
import type { AirlineCode } from '@/server/domain/airline-code';
import { isConnection } from '@/server/domain/connection-rules';

type Flight = {
  airline?: AirlineCode;
  flightNumber?: number;
  serviceDate?: string;
  from?: string;
  to?: string;
};

const flight = (fields: Flight) => ({
  airline: 'rumos' as const,
  flightNumber: 100,
  serviceDate: '2026-12-10',
  from: 'RBR',
  to: 'GRU',
  ...fields,
});

const arriving = flight({});
const onward = { flightNumber: 200, from: 'GRU', to: 'SSA' };

const giro = { ...onward, airline: 'giro' as const };
const otherAirport = { ...onward, from: 'CGH' };
const sameFlight = { ...onward, flightNumber: 100 };

test.each([
  ['45 min on one airline', onward, 45],
  ['60 min between airlines', giro, 60],
  ['180 min between two airports', otherAirport, 180],
  ['24 h', onward, 1_440],
  ['0 min when the same flight goes on', sameFlight, 0],
])('%s is a connection', (_name, next, minutes) => {
  expect(isConnection(arriving, flight(next), minutes)).toBe(true);
});

test.each([
  ['44 min on one airline', onward, 44],
  ['59 min between airlines', giro, 59],
  ['179 min between two airports', otherAirport, 179],
  ['more than 24 h', onward, 1_441],
  ['30 min to the same number of another day', { ...sameFlight, serviceDate: '2026-12-11' }, 30],
  ['a departure before the arrival', onward, -5],
])('%s is none', (_name, next, minutes) => {
  expect(isConnection(arriving, flight(next), minutes)).toBe(false);
});
