import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../search-request';
import { backRequest, returnRequest } from '../testing/search-request';
import { forFewerPassengers, widerSearches, withoutFilters, withoutOneFilter } from './alternatives';
import { nearestDays } from './near-days';

const plain: SearchRequest = { ...returnRequest, from: 'GRU', passengers: 3, pages: 2 };
const back: SearchRequest = { ...plain, outbound: backRequest.outbound };

describe('alternatives to a search that found nothing', () => {
  it('do without what narrows it, not without what widens it', () => {
    const filtered = { ...plain, maxStops: 3, airlines: ['giro' as const], airportChange: true };
    expect(withoutOneFilter(filtered)).toEqual([
      {
        change: { kind: 'filter', filter: { kind: 'airlines', airlines: ['giro'] } },
        request: { ...filtered, airlines: [], pages: 1 },
      },
    ]);
    expect(withoutFilters(filtered)).toBeNull();
    expect(withoutFilters({ ...filtered, avoid: ['BSB'] })?.request).toEqual({
      ...filtered,
      airlines: [],
      avoid: [],
      pages: 1,
    });
  });

  it('take other airports of the city, a change of airport, another stop', () => {
    expect(widerSearches(plain).map(({ change }) => change)).toEqual([
      { kind: 'anyOrigin', city: 'São Paulo' },
      { kind: 'airportChange' },
      { kind: 'moreStops', maxStops: 3 },
    ]);
    expect(widerSearches(plain)[0]?.request).toMatchObject({ from: 'SAO', to: 'SSA' });
    expect(widerSearches({ ...plain, from: 'SAO', airportChange: true, maxStops: 0 })).toEqual([]);
  });

  it('go with fewer people, the most first', () => {
    expect(forFewerPassengers(plain).map(({ request }) => request.passengers)).toEqual([2, 1]);
    expect(forFewerPassengers({ ...plain, passengers: 1 })).toEqual([]);
  });

  it('keep to the way there once it has been chosen', () => {
    expect(forFewerPassengers(back)).toEqual([]);
    expect(widerSearches(back).map(({ change }) => change.kind)).toEqual(['airportChange', 'moreStops']);
  });
});

describe('nearestDays', () => {
  it('takes the nearest with a fare on either side, in the order of the calendar', () => {
    const days = ['11', '02', '03', '05', '12', '20', '04'].map((day) => ({
      date: `2026-12-${day}`,
      lowestFareCents: day === '05' || day === '11' ? null : Number(day),
      state: 'forSale' as const,
    }));
    expect(nearestDays(days, '2026-12-10', 2)).toEqual([
      { date: '2026-12-03', fareCents: 3 },
      { date: '2026-12-04', fareCents: 4 },
      { date: '2026-12-12', fareCents: 12 },
      { date: '2026-12-20', fareCents: 20 },
    ]);
  });
});
