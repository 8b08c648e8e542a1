import { describe, expect, it } from 'vitest';
import { airports, cityGroups } from '@/server/domain/airport';
import { searchQueryString } from './flights-href';
import { placesOf } from './place';
import { readSearchRequest, type SearchParams } from './search-request';

const context = {
  places: placesOf([...airports], cityGroups),
  today: '2026-12-01',
  lastDate: '2027-03-31',
};
const good = { from: 'RBR', to: 'Salvador', date: '2026-12-10', passengers: '2' };
const read = (params: SearchParams) => readSearchRequest(params, context);

function errorCodes(params: SearchParams): string[] {
  const reading = read(params);
  return reading.ok ? [] : reading.errors.map((error) => error.code);
}

describe('readSearchRequest', () => {
  it('reads names and codes alike and shows the full label back', () => {
    expect(read(good)).toEqual({
      ok: true,
      request: {
        from: 'RBR',
        to: 'SSA',
        date: '2026-12-10',
        passengers: 2,
        sort: 'best',
        maxStops: 2,
        airlines: [],
      },
      values: { from: 'Rio Branco (RBR)', to: 'Salvador (SSA)', date: '2026-12-10', passengers: '2' },
    });
  });

  it.each([
    [{ ...good, from: '' }, ['fromMissing']],
    [{ ...good, from: 'Paris' }, ['fromUnknown']],
    [{ ...good, to: undefined }, ['toMissing']],
    [{ ...good, to: 'RBR' }, ['samePlace']],
    [{ ...good, date: '' }, ['dateMissing']],
    [{ ...good, date: '2026-02-31' }, ['dateMissing']],
    [{ ...good, date: '2026-11-30' }, ['datePast']],
    [{ ...good, date: '2027-04-01' }, ['dateTooFar']],
    [{ ...good, passengers: '0' }, ['passengersOutOfRange']],
    [{ ...good, passengers: '10' }, ['passengersOutOfRange']],
    [{ ...good, passengers: '1e1' }, ['passengersOutOfRange']],
    [{}, ['fromMissing', 'toMissing', 'dateMissing']],
  ])('says what is wrong with %o', (params, codes) => {
    expect(errorCodes(params)).toEqual(codes);
  });

  it('keeps what was typed when it cannot be read', () => {
    expect(read({ ...good, from: 'Paris' }).values.from).toBe('Paris');
  });

  it('takes one passenger when nobody says how many', () => {
    expect(read({ ...good, passengers: undefined })).toMatchObject({ ok: true, request: { passengers: 1 } });
  });

  it('ignores filters it does not know', () => {
    const reading = read({ ...good, sort: 'cheap', stops: '9', airline: ['giro', 'acme'] });
    expect(reading).toMatchObject({ ok: true, request: { sort: 'best', maxStops: 2, airlines: ['giro'] } });
  });

  it('reads its own address back', () => {
    const first = read({ ...good, sort: 'price', stops: '1', airline: ['boreal', 'rumos'] });
    if (!first.ok) throw new Error('the search is good');
    const query = new URLSearchParams(searchQueryString(first.request));
    const again = read({ ...Object.fromEntries(query), airline: query.getAll('airline') });
    expect(again).toEqual(first);
  });
});
