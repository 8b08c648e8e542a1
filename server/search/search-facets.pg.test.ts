import { expect, it } from 'vitest';
import { setUpCatalogues } from '@/server/catalogue/testing/set-up-catalogues';
import { searchFacets } from './search-facets';
import type { SearchQueryInput } from './search-query';

const at = (time: string) => ({ departsAt: new Date(`2026-12-10T${time}Z`) });

/** From São Paulo (UTC−3) to Salvador: direct for 700, over Brasília or Confins for less, from Congonhas over Brasília. */
const alliance = setUpCatalogues({
  rumos: [
    { flightNumber: 1, ...at('12:00'), fareCents: 70_000 },
    { flightNumber: 2, ...at('09:00'), destination: 'BSB', fareCents: 20_000 },
    { flightNumber: 3, ...at('13:00'), origin: 'BSB', fareCents: 30_000 },
  ],
  giro: [
    { flightNumber: 1, ...at('10:00'), origin: 'CGH', destination: 'BSB', fareCents: 10_000 },
    { flightNumber: 2, ...at('18:00'), destination: 'CNF', fareCents: 10_000 },
    { flightNumber: 3, ...at('22:00'), origin: 'CNF', fareCents: 15_000 },
  ],
});

const facets = (query: Partial<SearchQueryInput> = {}) =>
  searchFacets(alliance.airlines.rumos, {
    from: 'SAO',
    to: 'SSA',
    date: '2026-12-10',
    passengers: 2,
    ...query,
  });

it('airports are those of the itineraries, the most frequent first', async () => {
  expect(await facets()).toMatchObject({
    origins: ['GRU', 'CGH'],
    destinations: ['SSA'],
    connections: ['BSB', 'CNF'],
  });
});

it('an airport that is avoided can still be chosen again', async () => {
  const { connections, origins, byStops } = await facets({ avoidAirports: ['CNF', 'CGH'] });
  expect(connections).toEqual(['BSB', 'CNF']);
  expect(origins).toEqual(['GRU', 'CGH']);
  expect(byStops[1]).toEqual({ maxStops: 1, lowestFareCents: 100_000 });
});

it('each choice says what it costs at least for everybody', async () => {
  expect(await facets()).toMatchObject({
    byStops: [
      { maxStops: 0, lowestFareCents: 140_000 },
      { maxStops: 1, lowestFareCents: 50_000 },
      { maxStops: 2, lowestFareCents: 50_000 },
      { maxStops: 3, lowestFareCents: 50_000 },
    ],
    byAirline: { rumos: 100_000, giro: 50_000, boreal: null },
    byDeparture: { night: null, morning: 80_000, afternoon: 50_000, evening: null },
    byArrival: { night: null, morning: 140_000, afternoon: 80_000, evening: 50_000 },
  });
});

it('a choice stands in place of what the query says there, and the others stay', async () => {
  const { byDeparture, byStops } = await facets({ departs: ['morning'], maxStops: 0 });
  expect(byDeparture).toEqual({ night: null, morning: 140_000, afternoon: null, evening: null });
  expect(byStops[1]?.lowestFareCents).toBe(80_000);
});

it('an airline out of reach has nothing for sale', async () => {
  alliance.states.set('giro', 'offline');
  const { byAirline, connections } = await facets();
  expect(byAirline).toEqual({ rumos: 100_000, giro: null, boreal: null });
  expect(connections).toEqual(['BSB']);
});

it('nothing found is nothing to choose', async () => {
  expect(await facets({ date: '2026-12-20' })).toMatchObject({
    origins: [],
    destinations: [],
    connections: [],
    byAirline: { rumos: null, giro: null, boreal: null },
  });
});

it('a day out of range is refused', async () => {
  await expect(facets({ date: '2026-11-30' })).rejects.toMatchObject({ code: 'DATE_OUT_OF_RANGE' });
});
