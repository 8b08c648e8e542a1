import { describe, expect, it } from 'vitest';
import { airports, cityGroups } from '@/server/domain/airport';
import { placesOf } from './place';
import { noFilters } from './search-filters';
import type { SearchParams } from './search-params';
import { readSearchRequest } from './search-request';

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
        returnDate: null,
        passengers: 2,
        ...noFilters,
        outbound: null,
        sort: 'best',
        month: null,
        pages: 1,
      },
      values: {
        trip: 'oneway',
        from: 'Rio Branco (RBR)',
        to: 'Salvador (SSA)',
        date: '2026-12-10',
        returnDate: '',
        passengers: '2',
      },
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
    [{ ...good, passengers: 'abc' }, ['passengersOutOfRange']],
    [{ ...good, passengers: ['abc', '2'] }, ['passengersOutOfRange']],
    [{ ...good, return: '2026-12-09' }, ['returnTooEarly']],
    [{ ...good, return: '2027-04-01' }, ['returnTooFar']],
    [{ ...good, return: 'later' }, ['returnMissing']],
    [{ ...good, trip: 'return' }, ['returnMissing']],
    [{ ...good, date: 'soon', return: '2026-12-09' }, ['dateMissing']],
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

  it('takes the day of the way back from a link, and from the form only with a return trip', () => {
    const dated = { ...good, return: '2026-12-17' };
    expect(read(dated)).toMatchObject({
      request: { returnDate: '2026-12-17' },
      values: { trip: 'return', returnDate: '2026-12-17' },
    });
    expect(read({ ...dated, trip: 'return' })).toMatchObject({ request: { returnDate: '2026-12-17' } });
    expect(read({ ...dated, trip: 'oneway' })).toMatchObject({
      request: { returnDate: null },
      values: { trip: 'oneway', returnDate: '2026-12-17' },
    });
  });

  it('allows the way back on the day of the way there', () => {
    expect(read({ ...good, return: good.date })).toMatchObject({ ok: true });
  });

  it('takes the way there only from a return trip, as it is said, and no more of it than any can be long', () => {
    const outbound = 'rumos:1234:2026-12-10:RBR|giro:7:2026-12-10:BSB';
    const back = { ...good, return: '2026-12-17' };
    expect(read({ ...back, outbound })).toMatchObject({ request: { outbound } });
    expect(read({ ...good, outbound })).toMatchObject({ request: { outbound: null } });
    expect(read({ ...back, outbound: [outbound, 'x'] })).toMatchObject({ request: { outbound } });
    expect(read({ ...back, outbound: '' })).toMatchObject({ request: { outbound: null } });
    const long = read({ ...back, outbound: 'x'.repeat(100_000) });
    expect(long).toMatchObject({ request: { outbound: expect.stringMatching(/^x{1,200}$/) } });
  });

  it.each([
    ['sort', 'cheap', { sort: 'best' }],
    ['sort', 'departure', { sort: 'best' }],
    ['stops', '4', { maxStops: 2 }],
    ['stops', '-1', { maxStops: 2 }],
    ['airline', ['giro', 'acme'], { airlines: ['giro'] }],
    ['departs', 'dawn', { departs: [] }],
    ['arrives', ['evening', 'evening', ''], { arrives: ['evening'] }],
    ['avoid', ['bsb', 'BSB', 'BSBX', '<b>'], { avoid: ['BSB'] }],
    ['change', 'true', { airportChange: false }],
    ['month', '2026-13', { month: null }],
    ['month', '2026-11', { month: null }],
    ['month', '2027-03', { month: '2027-03' }],
    ['month', '2027-04', { month: null }],
    ['pages', '0', { pages: 1 }],
    ['pages', '99', { pages: 10 }],
    ['pages', '1e1', { pages: 1 }],
    ['pages', '-1', { pages: 1 }],
    ['pages', '1000000000', { pages: 1 }],
    ['pages', ['2', '-1'], { pages: 2 }],
    ['sort', ['price', 'zzz'], { sort: 'price' }],
  ])('never refuses for %s=%o', (name, value, request) => {
    expect(read({ ...good, [name]: value })).toMatchObject({ ok: true, request });
  });
});
