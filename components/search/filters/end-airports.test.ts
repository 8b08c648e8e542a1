import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../search-request';
import { plainRequest } from '../testing/search-request';
import { endAirportsOf, pickAirport } from './end-airports';

const request: SearchRequest = { ...plainRequest, from: 'SAO' };
const served = ['CGH', 'GRU', 'VCP'];

/** What is avoided after these airports have been pressed one after another. */
function avoidedAfter(pressed: string[], ofThese = served, avoid: string[] = []): string[] {
  return pressed.reduce<SearchRequest>(
    (now, iata) => pickAirport(now, endAirportsOf(now, 'SAO', ofThese), { place: 'SAO', iata }),
    { ...request, avoid },
  ).avoid;
}

describe('airports of a city', () => {
  it('are offered in the order of the city, where some trip uses them', () => {
    expect(endAirportsOf(request, 'SAO', ['VCP', 'GRU'])).toEqual({ offered: ['GRU', 'VCP'], picked: [] });
    expect(endAirportsOf(request, 'SSA', ['SSA'])).toEqual({ offered: ['SSA'], picked: [] });
  });

  it('are picked by avoiding the others', () => {
    expect(avoidedAfter(['GRU'])).toEqual(['CGH', 'VCP']);
    expect(avoidedAfter(['GRU', 'VCP'])).toEqual(['CGH']);
    expect(endAirportsOf({ ...request, avoid: ['CGH'] }, 'SAO', served).picked).toEqual(['GRU', 'VCP']);
  });

  it('are any again once all or none are picked', () => {
    expect(avoidedAfter(['GRU', 'CGH', 'VCP'])).toEqual([]);
    expect(avoidedAfter(['GRU', 'GRU'])).toEqual([]);
    expect(avoidedAfter(['GRU', 'VCP'], ['GRU', 'VCP'])).toEqual([]);
  });

  it('leave connections alone', () => {
    expect(avoidedAfter(['GRU'], served, ['BSB'])).toEqual(['BSB', 'CGH', 'VCP']);
    expect(avoidedAfter(['GRU', 'GRU'], served, ['BSB'])).toEqual(['BSB']);
  });
});
