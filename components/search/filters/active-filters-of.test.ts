import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../search-request';
import { returnRequest } from '../testing/search-request';
import { activeFiltersOf, countActiveFilters } from './active-filters-of';

const plain: SearchRequest = { ...returnRequest, from: 'SAO', pages: 3 };
const filtered: SearchRequest = {
  ...plain,
  maxStops: 0,
  airlines: ['giro'],
  departs: ['night', 'morning'],
  arrives: ['evening'],
  avoid: ['BSB', 'CGH', 'CNF'],
  airportChange: true,
};

/** What each removal changes, and what it leaves. */
function takenBack(request: SearchRequest) {
  return activeFiltersOf(request).map(({ filter, without }) => [filter, without]);
}

describe('activeFiltersOf', () => {
  it('finds nothing where nothing was touched', () => {
    expect(activeFiltersOf(plain)).toEqual([]);
    expect(countActiveFilters(plain)).toBe(0);
  });

  it('takes back one filter at a time and begins the list anew', () => {
    const rest = { ...filtered, pages: 1 };
    expect(takenBack(filtered)).toEqual([
      [
        { kind: 'stops', maxStops: 0 },
        { ...rest, maxStops: 2 },
      ],
      [
        { kind: 'departs', part: 'night' },
        { ...rest, departs: ['morning'] },
      ],
      [
        { kind: 'departs', part: 'morning' },
        { ...rest, departs: ['night'] },
      ],
      [
        { kind: 'arrives', part: 'evening' },
        { ...rest, arrives: [] },
      ],
      [
        { kind: 'airlines', airlines: ['giro'] },
        { ...rest, airlines: [] },
      ],
      [
        { kind: 'origins', airports: ['GRU', 'VCP'] },
        { ...rest, avoid: ['BSB', 'CNF'] },
      ],
      [
        { kind: 'avoid', iata: 'BSB' },
        { ...rest, avoid: ['CGH', 'CNF'] },
      ],
      [
        { kind: 'avoid', iata: 'CNF' },
        { ...rest, avoid: ['BSB', 'CGH'] },
      ],
      [{ kind: 'change' }, { ...rest, airportChange: false }],
    ]);
    expect(countActiveFilters(filtered)).toBe(9);
  });

  it('counts more stops than usual too', () => {
    expect(activeFiltersOf({ ...plain, maxStops: 3 })).toMatchObject([{ filter: { maxStops: 3 } }]);
  });

  it('says airports of the destination on the way back as those one leaves from', () => {
    const back = { ...plain, to: 'RIO', avoid: ['GIG'], outbound: 'giro:7:2026-12-10:GRU' };
    expect(activeFiltersOf(back)).toMatchObject([{ filter: { kind: 'origins', airports: ['SDU'] } }]);
  });
});
