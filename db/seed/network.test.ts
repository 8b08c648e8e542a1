import { describe, expect, it } from 'vitest';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { airports, findAirport } from '@/server/domain/airport';
import { cabinCodesOf } from '@/server/schedule/aircraft-cabins';
import { cabinTemplates } from './cabin-templates';
import { parseNetwork, readNetwork, type WeeklyFlight } from './network';

const networks = new Map(airlineCodes.map((airline) => [airline, readNetwork(airline)]));
const flightsOf = (airline: AirlineCode) => networks.get(airline) ?? [];
const legsAWeek = (flights: readonly WeeklyFlight[]) =>
  flights.reduce((sum, { days }) => sum + days.length, 0);
const airportsServed = (flights: readonly WeeklyFlight[]) =>
  new Set(flights.flatMap(({ from, to }) => [from, to]));

describe('parseNetwork', () => {
  it('reads a route both ways, with even numbers out and odd numbers back', () => {
    expect(parseNetwork('# words\n\nGRU-SSA 738 1200 0610 2235/135 > 0905\n')).toEqual([
      {
        flightNumber: 1200,
        from: 'GRU',
        to: 'SSA',
        aircraft: '738',
        departureMinute: 370,
        days: [1, 2, 3, 4, 5, 6, 7],
      },
      { flightNumber: 1202, from: 'GRU', to: 'SSA', aircraft: '738', departureMinute: 1355, days: [1, 3, 5] },
      {
        flightNumber: 1201,
        from: 'SSA',
        to: 'GRU',
        aircraft: '738',
        departureMinute: 545,
        days: [1, 2, 3, 4, 5, 6, 7],
      },
    ]);
  });

  it.each([
    ['GRU-SSA 738 1200 0610', 'line 1: not a route'],
    ['GRU-SSA 738 1200 0610 > 2410', 'line 1: not a departure: 2410'],
    ['GRU-SSA 738 1200 0610/8 > 0905', 'line 1: not a departure: 0610/8'],
  ])('refuses %s', (table, message) => {
    expect(() => parseNetwork(table)).toThrow(message);
  });
});

describe.each(airlineCodes)('the network of %s', (airline) => {
  const flights = flightsOf(airline);

  it('gives every flight a number of its own between 1 and 9999', () => {
    const numbers = flights.map(({ flightNumber }) => flightNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => number < 1 || number > 9_999)).toEqual([]);
  });

  it('flies back as often as out on each route, with the same aircraft', () => {
    const balance = new Map<string, number>();
    for (const { from, to, aircraft, days } of flights) {
      const route = `${[from, to].sort().join('-')} ${aircraft}`;
      balance.set(route, (balance.get(route) ?? 0) + (from < to ? days.length : -days.length));
    }
    expect([...balance].filter(([, difference]) => difference !== 0)).toEqual([]);
  });

  it('serves known airports with aircraft for which there is a cabin', () => {
    const known = new Set(cabinTemplates.map(({ code }) => code));
    const isFlown = ({ aircraft }: WeeklyFlight) =>
      cabinCodesOf(airline, aircraft).some((code) => known.has(code));
    expect(flights.filter(({ from, to }) => !findAirport(from) || !findAirport(to))).toEqual([]);
    expect(flights.filter((flight) => !isFlown(flight))).toEqual([]);
  });

  it('never leaves twice at the same minute of the same day on one route', () => {
    const departures = flights.flatMap(({ from, to, departureMinute, days }) =>
      days.map((day) => `${from}-${to} ${day} ${departureMinute}`),
    );
    expect(departures.filter((departure, index) => departures.indexOf(departure) !== index)).toEqual([]);
  });
});

describe('the three networks together', () => {
  const all = [...networks.values()].flat();

  it('have the size of the real ones', () => {
    expect(legsAWeek(all)).toBeGreaterThanOrEqual(8_000);
    expect(airportsServed(all).size).toBeGreaterThanOrEqual(85);
    expect(airlineCodes.map((airline) => legsAWeek(flightsOf(airline)) > 2_000)).toEqual([true, true, true]);
  });

  it('leave each airline alone in some cities, and no known airport but Pampulha unserved', () => {
    const servers = (iata: string) =>
      airlineCodes.filter((airline) => airportsServed(flightsOf(airline)).has(iata));
    const alone = airports.map(({ iata }) => servers(iata)).filter((airlines) => airlines.length === 1);
    expect(new Set(alone.flat())).toEqual(new Set(airlineCodes));
    expect(airports.map(({ iata }) => iata).filter((iata) => servers(iata).length === 0)).toEqual(['PLU']);
  });
});
