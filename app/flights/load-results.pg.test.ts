import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SearchRequest } from '@/components/search/search-request';
import { onSale, plainRequest } from '@/components/search/testing/search-request';
import type { Airline } from '@/server/airline';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  type LegFields,
  publishLegs,
} from '@/server/catalogue/testing/catalogue-airlines';
import { copyCatalogue } from '@/server/catalogue/testing/copy-catalogue';
import { type LoadedResults, loadResults } from './load-results';

let alliance: CatalogueAlliance;
let rumos: Airline;

const plain = { ...plainRequest, from: 'GRU', passengers: 2 };

/** The way there of the return trip: a flight of Rumos to Brasília, one of Giro from there. */
const first = 'rumos:11:2026-12-10:GRU';
const second = 'giro:12:2026-12-10:BSB';
const outbound = `${first}|${second}`;
const returnTrip = { ...plain, returnDate: '2026-12-10' };

/** A flight of two hours. */
function flight(flightNumber: number, route: [from: string, to: string], departs: string): LegFields {
  const departsAt = new Date(`2026-12-${departs}Z`);
  const arrivesAt = new Date(departsAt.getTime() + 2 * 3_600_000);
  const [origin, destination] = route;
  const fareCents = 1_000 * flightNumber;
  return { flightNumber, origin, destination, departsAt, arrivesAt, fareCents, status: 'scheduled' };
}

const toBrasilia = flight(11, ['GRU', 'BSB'], '10T10:00');
const toSalvador = flight(12, ['BSB', 'SSA'], '10T13:00');

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
  rumos = alliance.airlines.rumos;
});

afterAll(() => alliance.close());

beforeEach(async () => {
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  alliance.states.clear();
  await publishLegs(rumos, [
    toBrasilia,
    flight(13, ['SSA', 'GRU'], '10T15:59'),
    flight(14, ['SSA', 'GRU'], '10T16:01'),
    flight(15, ['SSA', 'GRU'], '11T12:00'),
  ]);
  await publishByGiro([toSalvador, flight(16, ['GRU', 'SSA'], '12T14:00')]);
});

async function publishByGiro(legs: LegFields[]): Promise<void> {
  await publishLegs(alliance.airlines.giro, legs);
  await copyCatalogue({ from: alliance.airlines.giro, to: rumos });
}

async function load(request: SearchRequest): Promise<LoadedResults> {
  const outcome = await loadResults(rumos, request, onSale);
  if (!outcome.ok) throw outcome.refusal;
  return outcome.results;
}

const idsOf = ({ answer }: LoadedResults) => answer.itineraries.map(({ id }) => id);
const flightsHome = (...numbers: number[]) => numbers.map((number) => `rumos:${number}:2026-12-10:SSA`);

describe('a trip one way', () => {
  test('is answered with what is for sale, its filters and the days around', async () => {
    const results = await load(plain);
    const nothingElse = { outboundProblem: null, month: null, returnFareCents: null };
    expect(results).toMatchObject({ request: plain, step: { kind: 'only' }, ...nothingElse });
    expect(results.answer.itineraries).toMatchObject([
      { id: outbound, bookable: true, totalFareCents: 2 * (11_000 + 12_000) },
    ]);
    expect(results.facets.connections).toEqual(['BSB']);
    expect(results.week.map(({ date, lowestFareCents }) => [date.slice(8), lowestFareCents])).toEqual([
      ['07', null],
      ['08', null],
      ['09', null],
      ['10', 46_000],
      ['11', null],
      ['12', 32_000],
      ['13', null],
    ]);
  });

  test('shows every day of a month once the calendar is open', async () => {
    const { month } = await load({ ...plain, month: '2026-12' });
    expect(month).toHaveLength(31);
    expect(month?.filter(({ state }) => state === 'forSale').map(({ date }) => date)).toEqual([
      '2026-12-10',
      '2026-12-12',
    ]);
  });

  test('that nobody flies finds nothing, and is no error', async () => {
    const { answer, week } = await load({ ...plain, to: 'FEN' });
    expect(answer.itineraries).toEqual([]);
    expect(week.every(({ lowestFareCents }) => lowestFareCents === null)).toBe(true);
  });

  test.each([
    [
      'on a day that is over',
      { date: '2026-11-30' },
      { code: 'DATE_OUT_OF_RANGE', details: { field: 'date' } },
    ],
    ['within a city', { to: 'SAO' }, { code: 'SAME_AIRPORT', details: { field: 'to' } }],
  ])('%s is refused with the field', async (_, change, refusal) => {
    expect(await loadResults(rumos, { ...plain, ...change }, onSale)).toMatchObject({ ok: false, refusal });
  });

  test('with a silent airline is shown and not sold', async () => {
    alliance.states.set('giro', 'offline');
    const { answer, week } = await load(plain);
    expect(answer.airlines.giro.state).toBe('offline');
    expect(answer.itineraries).toMatchObject([{ id: outbound, bookable: false }]);
    expect(week.find(({ date }) => date === plain.date)?.state).toBe('waiting');
  });

  test('of an airline that needs nobody is sold while both peers are silent', async () => {
    alliance.states.set('giro', 'offline').set('boreal', 'offline');
    const { answer } = await load({ ...plain, to: 'BSB' });
    expect(answer.itineraries).toMatchObject([{ id: first, bookable: true }]);
  });
});

describe('a return trip', () => {
  test('begins with the way there, beside the least that the way back costs', async () => {
    const results = await load({ ...returnTrip, departs: ['morning'] });
    expect(results.step).toEqual({ kind: 'outbound' });
    expect(idsOf(results)).toEqual([outbound]);
    expect(results.returnFareCents).toBe(2 * 13_000);
    expect((await load({ ...returnTrip, returnDate: '2026-12-20' })).returnFareCents).toBeNull();
  });

  test('goes on with the ways back that leave an hour after the landing or later', async () => {
    const results = await load({ ...returnTrip, outbound });
    expect(results.step).toMatchObject({ kind: 'return', outbound: { id: outbound, bookable: true } });
    expect(results).toMatchObject({ request: { outbound }, outboundProblem: null, returnFareCents: null });
    expect(idsOf(results)).toEqual(flightsHome(14));
    expect(results.week.map(({ date }) => date.slice(8))).toEqual(['10', '11', '12', '13']);
  });

  test('follows a way there that costs and lands otherwise meanwhile', async () => {
    const arrivesAt = new Date('2026-12-10T14:30:00.000Z');
    await publishByGiro([{ ...toSalvador, arrivesAt, fareCents: 50_000 }]);
    const results = await load({ ...returnTrip, outbound });
    expect(results.step).toMatchObject({ outbound: { totalFareCents: 2 * (11_000 + 50_000) } });
    expect(idsOf(results)).toEqual(flightsHome(13, 14));
  });

  /** Each makes the way there of the address one that cannot be taken. */
  const obstacles: [problem: string, when: string, happen: () => unknown][] = [
    ['gone', 'it is sold out', () => publishByGiro([{ ...toSalvador, seatsLeft: 1 }])],
    ['gone', 'a leg is cancelled', () => publishLegs(rumos, [{ ...toBrasilia, status: 'cancelled' }])],
    ['gone', 'its sales have closed', () => alliance.time.now.setUTCFullYear(2026, 11, 10)],
    ['unknown', 'its legs no longer meet', () => publishByGiro([flight(12, ['BSB', 'SSA'], '10T12:10')])],
    ['silent', 'an airline of it does not answer', () => alliance.states.set('giro', 'offline')],
  ];

  test.each(obstacles)('begins anew because its way there is %s when %s', async (problem, _, happen) => {
    await happen();
    const results = await load({ ...returnTrip, outbound });
    expect(results).toMatchObject({ step: { kind: 'outbound' }, outboundProblem: problem });
    expect(results.request.outbound).toBeNull();
    expect(idsOf(results).filter((id) => id.includes('SSA'))).toEqual([]);
  });

  test.each([
    ['nonsense', 'garbage'],
    ['a text beyond all length', 'x'.repeat(100_000)],
    ['five legs', Array(5).fill(first).join('|')],
    ['a leg that nobody flies', 'boreal:99:2026-12-10:GRU'],
    ['a trip to another place', first],
    ['a trip on another day', 'giro:16:2026-12-12:GRU'],
    ['legs in an order that nobody can fly', `${second}|${first}`],
  ])('does not know %s as its way there', async (_, named) => {
    const results = await load({ ...returnTrip, outbound: named });
    expect(results).toMatchObject({ step: { kind: 'outbound' }, outboundProblem: 'unknown' });
    expect(results.request.outbound).toBeNull();
  });
});
