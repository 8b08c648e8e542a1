import { describe, expect, it } from 'vitest';
import { hubsOf, type MapRoute, stopsOf } from './hubs';

const routes: MapRoute[] = [
  { from: 'BSB', to: 'GRU', airlines: ['rumos', 'giro'] },
  { from: 'BSB', to: 'CGH', airlines: ['rumos'] },
  { from: 'GRU', to: 'REC', airlines: ['boreal'] },
  { from: 'GRU', to: 'ZZZ', airlines: ['boreal'] },
];

describe('stopsOf', () => {
  it('knows routes and airlines of each airport, busiest first', () => {
    const stops = stopsOf(routes).map(({ iata, routes: count, airlines }) => [iata, count, airlines.size]);
    expect(stops).toEqual([
      ['GRU', 3, 3],
      ['BSB', 2, 2],
      ['CGH', 1, 1],
      ['REC', 1, 1],
    ]);
  });
});

describe('hubsOf', () => {
  it('counts the airports of a city together and stands at the busiest', () => {
    const hubs = hubsOf(stopsOf(routes), 2).map(({ city, iata, routes: count }) => [city, iata, count]);
    expect(hubs).toEqual([
      ['São Paulo', 'GRU', 4],
      ['Brasília', 'BSB', 2],
    ]);
  });
});
