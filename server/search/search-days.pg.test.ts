import { expect, it } from 'vitest';
import { setUpCatalogues } from '@/server/catalogue/testing/set-up-catalogues';
import { searchCalendar } from './search-calendar';
import { searchDays } from './search-days';
import type { DaysQueryInput } from './search-query';

const at = (time: string) => ({ departsAt: new Date(`2026-12-${time}Z`) });

const alliance = setUpCatalogues({
  rumos: [
    { flightNumber: 1, ...at('10T13:00'), fareCents: 60_000 },
    { flightNumber: 2, ...at('10T20:00'), fareCents: 50_000, seatsLeft: 2 },
    { flightNumber: 3, ...at('11T13:00'), seatsLeft: 0 },
    { flightNumber: 4, ...at('14T13:00'), status: 'cancelled' },
    { flightNumber: 5, ...at('01T12:30') },
    { flightNumber: 6, origin: 'CGH', ...at('15T13:00'), fareCents: 45_000 },
  ],
  giro: [
    { flightNumber: 1, ...at('12T13:00') },
    { flightNumber: 2, ...at('13T13:00'), seatsLeft: 0 },
  ],
});

/** From Guarulhos, three hours behind UTC, to Salvador. */
const trip = { from: 'GRU', to: 'SSA', passengers: 1 };

async function states(dates: readonly number[], query: Partial<DaysQueryInput> = {}) {
  const days = await searchDays(alliance.airlines.rumos, {
    ...trip,
    dates: dates.map((day) => `2026-12-${String(day).padStart(2, '0')}`),
    ...query,
  });
  return days.map(({ state, lowestFareCents }) => lowestFareCents ?? state);
}

it('a day for sale costs what its cheapest trip costs everybody together', async () => {
  expect(await states([10])).toEqual([50_000]);
  expect(await states([10], { passengers: 2 })).toEqual([100_000]);
});

it('seats too few for everybody do not count', async () => {
  expect(await states([10, 11], { passengers: 3 })).toEqual([180_000, 'soldOut']);
});

it('a day with flights and no seats is sold out, one without flights is none', async () => {
  expect(await states([11, 13, 14, 16])).toEqual(['soldOut', 'soldOut', 'none', 'none']);
});

it('a day that only an airline out of reach flies is waiting, if it has seats', async () => {
  alliance.states.set('giro', 'offline');
  expect(await states([12, 13, 10, 16])).toEqual(['waiting', 'soldOut', 50_000, 'none']);
});

it('a day is closed once it is over at the origin, or too far ahead', async () => {
  alliance.time.now = new Date('2026-12-10T02:59:00.000Z');
  expect(await states([8, 9, 10])).toEqual(['closed', 'none', 50_000]);
  alliance.time.now = new Date('2026-12-10T03:00:00.000Z');
  expect(await states([9, 10])).toEqual(['closed', 50_000]);
  const dates = ['2027-11-06', '2027-11-07'];
  const [last, beyond] = await searchDays(alliance.airlines.rumos, { ...trip, dates });
  expect([last?.state, beyond?.state]).toEqual(['none', 'closed']);
});

it('what can no longer be bought today is not offered', async () => {
  expect(await states([1])).toEqual(['none']);
});

it('the trip back begins after the one there: days before are closed, on the same day later flights count', async () => {
  const departsAfter = '2026-12-10T15:00:00.000Z';
  expect(await states([9, 10, 12], { departsAfter })).toEqual(['closed', 50_000, 50_000]);
  expect(await states([10], { departsAfter: '2026-12-10T20:00:00.000Z' })).toEqual(['none']);
});

it('filters count before the fare', async () => {
  expect(await states([10], { departs: ['morning'] })).toEqual([60_000]);
  expect(await states([10], { departs: ['night'] })).toEqual(['none']);
  expect(await states([12], { airlines: ['rumos', 'boreal'] })).toEqual(['none']);
  expect(await states([15], { from: 'SAO' })).toEqual([45_000]);
  expect(await states([15], { from: 'SAO', avoidAirports: ['CGH'] })).toEqual(['none']);
});

it('days come in the asked order, any sixty-two of them', async () => {
  expect(await states([12, 10, 12])).toEqual([50_000, 50_000, 50_000]);
  expect(await states([])).toEqual([]);
  await expect(states(Array.from({ length: 63 }, () => 10))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { field: 'dates' },
  });
});

it('a calendar is all the days of its month', async () => {
  const days = await searchCalendar(alliance.airlines.rumos, { ...trip, month: '2026-12' });
  expect(days.map(({ date }) => date.slice(-2))).toEqual(
    Array.from({ length: 31 }, (_, day) => String(day + 1).padStart(2, '0')),
  );
  expect(days[9]).toEqual({ date: '2026-12-10', lowestFareCents: 50_000, state: 'forSale' });
});

it('the month that has begun can be asked, with its past days closed', async () => {
  alliance.time.now = new Date('2026-12-10T12:00:00.000Z');
  const days = await searchCalendar(alliance.airlines.rumos, { ...trip, month: '2026-12' });
  expect(days.filter(({ state }) => state === 'closed')).toHaveLength(9);
});
