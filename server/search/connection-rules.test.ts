import { expect, test } from 'vitest';
import type { AirlineCode } from '@/server/domain/airline-code';
import { isConnection } from './connection-rules';

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

test.each([
  ['44 min on one airline', onward, 44, false],
  ['45 min on one airline', onward, 45, true],
  ['59 min between airlines', { ...onward, airline: 'giro' as const }, 59, false],
  ['60 min between airlines', { ...onward, airline: 'giro' as const }, 60, true],
  ['179 min between two airports', { ...onward, from: 'CGH' }, 179, false],
  ['180 min between two airports', { ...onward, from: 'CGH' }, 180, true],
  ['24 h', onward, 1_440, true],
  ['more than 24 h', onward, 1_441, false],
  ['0 min when the same flight goes on', { ...onward, flightNumber: 100 }, 0, true],
  [
    '30 min before the same number of another day',
    { ...onward, flightNumber: 100, serviceDate: '2026-12-11' },
    30,
    false,
  ],
  ['a departure before the arrival', onward, -5, false],
])('%s: %#', (_name, next, minutes, possible) => {
  expect(isConnection(arriving, flight(next), minutes)).toBe(possible);
});
