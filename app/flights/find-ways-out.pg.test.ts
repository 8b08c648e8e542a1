import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SearchRequest } from '@/components/search/search-request';
import { onSale, plainRequest } from '@/components/search/testing/search-request';
import type { Airline } from '@/server/airline';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '@/server/catalogue/testing/catalogue-airlines';
import { findWaysOut } from './find-ways-out';

let alliance: CatalogueAlliance;
let rumos: Airline;

const plain = { ...plainRequest, from: 'GRU' };

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  rumos = alliance.airlines.rumos;
  const leg = (flightNumber: number, origin: string, departs: string) => ({
    flightNumber,
    origin,
    destination: 'SSA',
    departsAt: new Date(`2026-12-${departs}Z`),
    arrivesAt: new Date(Date.parse(`2026-12-${departs}Z`) + 7_200_000),
    fareCents: 10_000 * flightNumber,
  });
  await publishLegs(rumos, [
    leg(1, 'CGH', '10T14:00'),
    leg(2, 'GRU', '12T14:00'),
    { ...leg(3, 'GRU', '20T14:00'), seatsLeft: 2 },
    leg(4, 'GRU', '21T14:00'),
  ]);
});

afterAll(() => alliance.close());

beforeEach(() => {
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
});

const find = (request: Partial<SearchRequest>) =>
  findWaysOut(rumos, { request: { ...plain, ...request }, onSale });

test('another airport of the city and the nearest days are proposed, with their fares', async () => {
  const { state, days, alternatives } = await find({});
  expect(state).toBe('none');
  expect(days).toEqual([{ date: '2026-12-12', fareCents: 20_000 }]);
  expect(alternatives.map(({ change, fareCents }) => [change.kind, fareCents])).toEqual([
    ['anyOrigin', 10_000],
  ]);
});

test('it looks further only where nothing is near', async () => {
  const { days } = await find({ date: '2026-12-30' });
  expect(days.map(({ date }) => date)).toEqual(['2026-12-12', '2026-12-20', '2026-12-21']);
});

test('of several filters those are named that are in the way', async () => {
  const date = '2026-12-12';
  const { alternatives } = await find({ date, departs: ['night'], maxStops: 0 });
  expect(alternatives.map(({ change }) => change)).toEqual([
    { kind: 'filter', filter: { kind: 'departs', part: 'night' } },
  ]);
  const two = await find({ date, departs: ['night'], airlines: ['giro'] });
  expect(two.alternatives.map(({ change }) => change.kind)).toEqual(['allFilters']);
});

test('too many people learn for how many there are seats, and what they cost together', async () => {
  const { state, alternatives } = await find({ date: '2026-12-20', passengers: 4 });
  expect(state).toBe('soldOut');
  expect(alternatives).toMatchObject([{ change: { kind: 'passengers', count: 2 }, fareCents: 60_000 }]);
});

test('a place where nobody flies has no way out', async () => {
  expect(await find({ to: 'FEN', passengers: 9 })).toEqual({ state: 'none', days: [], alternatives: [] });
});

test('days before the way there are not proposed for the way back', async () => {
  const { days } = await findWaysOut(rumos, {
    request: {
      ...plain,
      from: 'SSA',
      to: 'GRU',
      date: '2026-12-15',
      returnDate: '2026-12-18',
      outbound: 'rumos:9:2026-12-15:SSA',
    },
    onSale,
    departsAfter: '2026-12-15T20:00:00.000Z',
  });
  expect(days.map(({ date }) => date)).toEqual(['2026-12-20', '2026-12-21']);
});
