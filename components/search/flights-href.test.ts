import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { airports, cityGroups } from '@/server/domain/airport';
import { dayParts } from '@/server/domain/day-part';
import { addDays } from '@/server/domain/local-time';
import { flightsHref, searchQueryString } from './flights-href';
import { placesOf } from './place';
import type { SearchParams } from './search-params';
import { readSearchRequest, type SearchRequest } from './search-request';
import { searchSorts } from './search-view';

const today = '2026-12-01';
const windowDays = 120;
const context = {
  places: placesOf([...airports], cityGroups),
  today,
  lastDate: addDays(today, windowDays),
};
const months = ['2026-12', '2027-01', '2027-02', '2027-03'];
const codes = airports.map(({ iata }) => iata);
const outbounds = ['rumos:1234:2026-12-10:RBR', 'giro:7:2026-12-10:BSB|boreal:9999:2026-12-11:GRU'];

/** As Next reads an address: repeated names become a list. */
function paramsOf(query: string): SearchParams {
  const search = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function read(params: SearchParams): SearchRequest {
  const reading = readSearchRequest(params, context);
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.errors)}`);
  return reading.request;
}

const someOf = <Choice>(choices: readonly Choice[]) => fc.subarray([...choices]);
const properPart = <Choice>(choices: readonly Choice[]) =>
  fc.subarray([...choices], { maxLength: choices.length - 1 });

/** Every search as the reader makes it: lists in their own order, never all of a kind. */
const requests: fc.Arbitrary<SearchRequest> = fc
  .record({
    places: fc.uniqueArray(fc.constantFrom(...context.places.map(({ code }) => code)), {
      minLength: 2,
      maxLength: 2,
    }),
    day: fc.nat(windowDays),
    stay: fc.option(fc.nat(windowDays)),
    passengers: fc.integer({ min: 1, max: 9 }),
    outbound: fc.option(fc.constantFrom(...outbounds)),
    sort: fc.constantFrom(...searchSorts),
    maxStops: fc.nat(3),
    airlines: properPart(airlineCodes),
    departs: properPart(dayParts),
    arrives: properPart(dayParts),
    avoid: fc.subarray(codes, { maxLength: 50 }),
    airportChange: fc.boolean(),
    month: fc.option(fc.constantFrom(...months)),
    pages: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ places, day, stay, outbound, ...rest }) => {
    const [from = '', to = ''] = places;
    const date = addDays(today, day);
    const returnDate = stay === null ? null : addDays(today, Math.min(day + stay, windowDays));
    return { ...rest, from, to, date, returnDate, outbound: returnDate === null ? null : outbound };
  });

/** What somebody may have typed into the address. */
const typed = fc.oneof(
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constantFrom(
    '0',
    '1',
    '3',
    'giro',
    'night',
    'BSB',
    '2027-01',
    '2026-12-24',
    'price',
    'oneway',
    'return',
  ),
);
const refinements = fc.record(
  Object.fromEntries(
    'trip sort stops airline departs arrives avoid change month pages outbound'
      .split(' ')
      .map((name) => [name, typed]),
  ),
  { requiredKeys: [] },
);

describe('the address of a search', () => {
  it('is read back as the search that it says', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(read(paramsOf(searchQueryString(request)))).toEqual(request);
      }),
    );
  });

  it('is the same in whatever order and however often the choices were made', () => {
    const unordered = fc.record({
      airlines: someOf(airlineCodes),
      departs: someOf(dayParts),
      arrives: someOf(dayParts),
      avoid: fc.subarray(codes, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(requests, unordered, (request, lists) => {
        const shuffled = {
          airlines: [...lists.airlines, ...lists.airlines].toReversed(),
          departs: lists.departs.toReversed(),
          arrives: lists.arrives.toReversed(),
          avoid: [...lists.avoid, ...lists.avoid].toReversed(),
        };
        const address = searchQueryString({ ...request, ...lists });
        expect(searchQueryString({ ...request, ...shuffled })).toBe(address);
        expect(searchQueryString(read(paramsOf(address)))).toBe(address);
      }),
    );
  });

  it('can be made of anything that was typed beside a good search', () => {
    const good = { from: 'RBR', to: 'SSA', date: '2026-12-10', passengers: '2', return: '2026-12-17' };
    fc.assert(
      fc.property(refinements, (nonsense) => {
        const request = read({ ...nonsense, ...good });
        expect(read(paramsOf(searchQueryString(request)))).toEqual(request);
      }),
    );
  });

  it('leaves defaults out', () => {
    const plain = { from: 'GRU', to: 'REC', date: '2026-12-10', passengers: 1 };
    const href = '/flights?from=GRU&to=REC&date=2026-12-10&passengers=1';
    expect(flightsHref(plain)).toBe(href);
    expect(flightsHref({ ...plain, airlines: [...airlineCodes], departs: [...dayParts] })).toBe(href);
    expect(flightsHref(read(paramsOf(href.slice('/flights?'.length))))).toBe(href);
  });

  it('has no way there without a way back', () => {
    const plain = { from: 'GRU', to: 'REC', date: '2026-12-10', passengers: 1 };
    expect(flightsHref({ ...plain, outbound: outbounds[0] })).toBe(flightsHref(plain));
  });
});
