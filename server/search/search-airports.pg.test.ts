import { expect, test } from 'vitest';
import { setUpCatalogues } from '@/server/catalogue/testing/set-up-catalogues';
import { searchAirports } from './search-airports';

const alliance = setUpCatalogues({
  rumos: [{ flightNumber: 1, origin: 'CGH', destination: 'SSA' }],
  giro: [{ flightNumber: 1, origin: 'CGH', destination: 'GRU' }],
});

const found = async (query?: string) =>
  (await searchAirports(alliance.airlines.rumos, { query })).map(({ iata }) => iata);

test('a city is found without its accent, with the airports of its group, the best served first', async () => {
  expect((await found('sao')).slice(0, 3)).toEqual(['CGH', 'GRU', 'VCP']);
  expect(await found('sao p')).toEqual(['CGH', 'GRU', 'VCP']);
  expect(await found('SÃO PAULO')).toEqual(['CGH', 'GRU', 'VCP']);
});

test('an exact code comes first', async () => {
  expect((await found('bel'))[0]).toBe('BEL');
});

test('a later word of a name is enough', async () => {
  expect(await found('congonhas')).toEqual(['CGH']);
});

test('who serves an airport is told in canonical order', async () => {
  const [congonhas] = await searchAirports(alliance.airlines.rumos, { query: 'CGH' });
  expect(congonhas).toMatchObject({ city: 'São Paulo', servedBy: ['rumos', 'giro'] });
});

test('without a query every airport is listed, with what nobody serves', async () => {
  const all = await searchAirports(alliance.airlines.rumos, {});
  expect(all.length).toBeGreaterThanOrEqual(85);
  expect(all.find(({ iata }) => iata === 'RBR')?.servedBy).toEqual([]);
});

test('nothing is found for a word that is nowhere', async () => {
  expect(await found('atlantis')).toEqual([]);
});
