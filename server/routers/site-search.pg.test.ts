import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Airline } from '../airline';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '../catalogue/testing/catalogue-airlines';
import { siteProcedures } from './site';

let alliance: CatalogueAlliance;
let airline: Airline;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
});
afterAll(() => alliance.close());

beforeEach(async () => {
  await alliance.databases.rumos.sql`truncate legs, catalogues, change_logs`;
  airline = { ...alliance.airlines.rumos };
});

type Answer = { status: number; data?: unknown; refusal?: { code: string; field?: string } };

async function ask(procedure: string, input: unknown): Promise<Answer> {
  const text = encodeURIComponent(JSON.stringify(input));
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: new Request(`http://localhost/api/trpc/search.${procedure}?input=${text}`),
    router: siteProcedures,
    createContext: () => ({ airline, session: null, address: '192.0.2.1', sameOrigin: true }),
    allowBatching: false,
  });
  const body = (await response.json()) as {
    result?: { data: unknown };
    error?: { data: { passcom?: { code: string; field?: string } } };
  };
  return { status: response.status, data: body.result?.data, refusal: body.error?.data.passcom };
}

const places = { from: 'GRU', to: 'SSA', passengers: 1 };
const oneDay = { ...places, date: '2026-12-10' };
const oneMonth = { ...places, month: '2026-12' };
const codes = (length: number) => Array.from({ length }, () => 'GRU');

/** What both of them are asked. */
const wrongInBoth: [object, string, string][] = [
  [{ from: 'XXX' }, 'AIRPORT_UNKNOWN', 'from'],
  [{ to: 'XYZ' }, 'AIRPORT_UNKNOWN', 'to'],
  [{ to: 'GRU' }, 'SAME_AIRPORT', 'to'],
  [{ to: 'SAO' }, 'SAME_AIRPORT', 'to'],
  [{ from: 'SAO', to: 'CGH' }, 'SAME_AIRPORT', 'to'],
  [{ to: 'VCP' }, 'SAME_AIRPORT', 'to'],
  [{ from: 'São Paulo' }, 'INPUT_INVALID', 'from'],
  [{ to: undefined }, 'INPUT_INVALID', 'to'],
  [{ passengers: 0 }, 'INPUT_INVALID', 'passengers'],
  [{ passengers: 10 }, 'INPUT_INVALID', 'passengers'],
  [{ passengers: 1.5 }, 'INPUT_INVALID', 'passengers'],
  [{ passengers: 'two' }, 'INPUT_INVALID', 'passengers'],
  [{ maxStops: -1 }, 'INPUT_INVALID', 'maxStops'],
  [{ maxStops: 4 }, 'INPUT_INVALID', 'maxStops'],
  [{ airlines: [] }, 'INPUT_INVALID', 'airlines'],
  [{ airlines: ['aurora'] }, 'INPUT_INVALID', 'airlines.0'],
  [{ airlines: ['giro', 'giro', 'giro', 'giro'] }, 'INPUT_INVALID', 'airlines'],
  [{ avoidAirports: ['BSB', 7] }, 'INPUT_INVALID', 'avoidAirports.1'],
  [{ avoidAirports: codes(51) }, 'INPUT_INVALID', 'avoidAirports'],
  [{ departs: ['noon'] }, 'INPUT_INVALID', 'departs.0'],
  [{ arrives: ['night', 'night', 'night', 'night', 'night'] }, 'INPUT_INVALID', 'arrives'],
  [{ arrives: 'night' }, 'INPUT_INVALID', 'arrives'],
  [{ airportChange: 'yes' }, 'INPUT_INVALID', 'airportChange'],
  [{ departsAfter: 'tomorrow' }, 'INPUT_INVALID', 'departsAfter'],
  [{ departsAfter: '2026-12-10' }, 'INPUT_INVALID', 'departsAfter'],
  [{ departsAfter: '2026-02-30T10:00:00Z' }, 'INPUT_INVALID', 'departsAfter'],
  [{ cabin: 'first' }, 'INPUT_INVALID', 'cabin'],
];

describe('search.itineraries', () => {
  it.each([
    ...wrongInBoth,
    [{ date: '2026-11-30' }, 'DATE_OUT_OF_RANGE', 'date'],
    [{ date: '2027-10-29' }, 'DATE_OUT_OF_RANGE', 'date'],
    [{ date: '2026-02-30' }, 'INPUT_INVALID', 'date'],
    [{ date: 20261210 }, 'INPUT_INVALID', 'date'],
    [{ sort: 'cheapest' }, 'INPUT_INVALID', 'sort'],
    [{ limit: 0 }, 'INPUT_INVALID', 'limit'],
    [{ limit: 201 }, 'INPUT_INVALID', 'limit'],
  ] as [object, string, string][])('refuses %o: %s', async (wrong, code, field) => {
    const { status, refusal } = await ask('itineraries', { ...oneDay, ...wrong });
    expect({ status, ...refusal }).toEqual({ status: 400, code, field });
  });

  it.each([
    ['nobody flies at all', []],
    ['somebody flies elsewhere', [{ flightNumber: 1, origin: 'GRU', destination: 'BSB' }]],
    ['every seat is sold', [{ flightNumber: 1, seatsLeft: 0 }]],
    ['every flight is cancelled', [{ flightNumber: 1, status: 'cancelled' as const }]],
  ])('is empty where %s', async (_what, legs) => {
    if (legs.length > 0) await publishLegs(airline, legs);
    const { status, data } = await ask('itineraries', oneDay);
    expect(status).toBe(200);
    expect(data).toMatchObject({ itineraries: [], truncated: false });
  });

  it.each([
    [{ avoidAirports: ['GRU'] }],
    [{ avoidAirports: ['SSA'] }],
    [{ avoidAirports: ['SAO', 'SSA'] }],
    [{ from: 'SAO', avoidAirports: ['GRU', 'CGH', 'VCP'] }],
  ])('is empty where all is avoided: %o', async (filter) => {
    await publishLegs(airline, [{ flightNumber: 1 }]);
    const { status, data } = await ask('itineraries', { ...oneDay, ...filter });
    expect(status).toBe(200);
    expect(data).toMatchObject({ itineraries: [] });
  });
});

describe('search.calendar', () => {
  it.each([
    ...wrongInBoth,
    [{ month: '2026-11' }, 'DATE_OUT_OF_RANGE', 'month'],
    [{ month: '2027-11' }, 'DATE_OUT_OF_RANGE', 'month'],
    [{ month: '2026-13' }, 'INPUT_INVALID', 'month'],
    [{ month: '2026-12-01' }, 'INPUT_INVALID', 'month'],
    [{ date: '2026-12-10' }, 'INPUT_INVALID', 'date'],
  ] as [object, string, string][])('refuses %o: %s', async (wrong, code, field) => {
    const { status, refusal } = await ask('calendar', { ...oneMonth, ...wrong });
    expect({ status, ...refusal }).toEqual({ status: 400, code, field });
  });

  it('has a day for each of the month, also where nobody flies', async () => {
    const { status, data } = await ask('calendar', { ...oneMonth, month: '2027-02' });
    expect(status).toBe(200);
    expect(data).toHaveLength(28);
    expect(data).toContainEqual({ date: '2027-02-28', lowestFareCents: null, state: 'none' });
  });

  it('says what the cheapest trip of a day costs', async () => {
    await publishLegs(airline, [{ flightNumber: 1 }, { flightNumber: 2, fareCents: 40_000 }]);
    const { data } = await ask('calendar', { ...oneMonth, passengers: 2 });
    expect(data).toContainEqual({ date: '2026-12-10', lowestFareCents: 80_000, state: 'forSale' });
  });
});
