import { expect, test } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import type { Leg } from '@/server/domain/leg';
import { legOf } from '../testing/random-trips';
import {
  airlinesServing,
  createLegIndex,
  findIndexedLeg,
  forgetDeparted,
  indexedLegs,
  indexLeg,
  type LegIndex,
  sizeOf,
  toIndexedLeg,
  unindexLeg,
} from './leg-index';
import { numberOf } from './numbering';

const dayMs = 86_400_000;
const firstDeparture = Date.parse('2026-12-01T12:00Z');

type Flight = Partial<Pick<Leg, 'airline' | 'flightNumber' | 'from' | 'to' | 'fareCents' | 'seatsLeft'>>;

function flight(departsMs: number, fields: Flight = {}): Leg {
  const [departsAt, arrivesAt] = [new Date(departsMs), new Date(departsMs + 5_400_000)];
  return legOf({
    airline: 'rumos',
    flightNumber: 1,
    from: 'GRU',
    to: 'REC',
    fareCents: 50_000,
    seatsLeft: 9,
    departsAt,
    arrivesAt,
    ...fields,
  });
}

function put(index: LegIndex, legs: readonly Leg[]): void {
  for (const leg of legs) indexLeg(index, toIndexedLeg(leg));
}

function pairOf(index: LegIndex, from: string, to: string) {
  const code = (airport: number) => index.airports.texts[airport];
  return index.pairs.find((pair) => code(pair.from) === from && code(pair.to) === to);
}

test('a leg is replaced, not doubled, when it comes again to another airport', () => {
  const index = createLegIndex();
  const leg = flight(firstDeparture);
  put(index, [leg, { ...leg, to: 'SSA' }]);
  expect(sizeOf(index).legs).toBe(1);
  expect([...indexedLegs(index)].map(({ to }) => to)).toEqual(['SSA']);
  expect(airlinesServing(index, 'REC')).toEqual([]);
  expect(airlinesServing(index, 'SSA')).toEqual(['rumos']);
});

test('an airport whose last leg went is served no more, and served again by a new one', () => {
  const index = createLegIndex();
  const legs = airlineCodes.map((airline) => flight(firstDeparture, { airline }));
  put(index, legs);
  expect(airlinesServing(index, 'GRU')).toEqual(airlineCodes);
  for (const { legId } of legs) unindexLeg(index, legId);
  expect(airlinesServing(index, 'GRU')).toEqual([]);
  put(index, legs.slice(1, 2));
  expect(airlinesServing(index, 'GRU')).toEqual(['giro']);
  expect(airlinesServing(index, 'XXX')).toEqual([]);
});

test('a bound rises again when the leg that set it goes, changes fare or is retimed', () => {
  const index = createLegIndex();
  const cheap = flight(firstDeparture, { fareCents: 100 });
  put(index, [flight(firstDeparture, { flightNumber: 2, fareCents: 700 }), cheap]);
  expect(pairOf(index, 'GRU', 'REC')?.leastFare).toBe(100);
  put(index, [{ ...cheap, fareCents: 900 }]);
  expect(pairOf(index, 'GRU', 'REC')?.leastFare).toBe(700);
  put(index, [{ ...cheap, fareCents: 300, arrivesAt: new Date(firstDeparture + 60_000) }]);
  expect(pairOf(index, 'GRU', 'REC')).toMatchObject({ leastFare: 300, leastFlightMinutes: 1 });
  unindexLeg(index, cheap.legId);
  expect(pairOf(index, 'GRU', 'REC')).toMatchObject({ leastFare: 700, leastFlightMinutes: 90 });
});

test('numbers at the ends of their columns come back as they were', () => {
  const index = createLegIndex();
  const departsMs = Date.parse('2089-09-01T12:00Z');
  const extremes = { flightNumber: 9_999, fareCents: 2 ** 31 - 1, seatsLeft: 65_535 };
  const leg = { ...flight(departsMs, extremes), arrivesAt: new Date(departsMs + dayMs) };
  put(index, [leg]);
  expect(findIndexedLeg(index, leg.legId)).toEqual(toIndexedLeg(leg));
});

test('more seats than a column holds, and fewer than none, are as many as it can say', () => {
  const index = createLegIndex();
  put(index, [
    flight(firstDeparture, { seatsLeft: 70_000 }),
    flight(firstDeparture, { seatsLeft: -1, flightNumber: 2 }),
  ]);
  expect([...indexedLegs(index)].map(({ seatsLeft }) => seatsLeft)).toEqual([65_535, 0]);
});

test('a flight of more than a day, or one that lands before it departs, is not offered, also not as it was before', () => {
  const index = createLegIndex();
  const leg = flight(firstDeparture);
  put(index, [leg, { ...leg, arrivesAt: new Date(firstDeparture + dayMs + 60_000) }]);
  expect(sizeOf(index).legs).toBe(0);
  put(index, [leg, { ...leg, arrivesAt: new Date(firstDeparture - 60_000) }]);
  expect(sizeOf(index).legs).toBe(0);
});

test('legs decades apart in one pair are all found', () => {
  const index = createLegIndex();
  const legs = ['2000-01-02', '2026-12-01', '2089-09-01', '2026-12-02', '2001-05-05'].map((date) =>
    flight(Date.parse(`${date}T12:00Z`)),
  );
  put(index, legs);
  expect([...indexedLegs(index)].map(({ serviceDate }) => serviceDate)).toEqual(
    legs.map(({ serviceDate }) => serviceDate).toSorted(),
  );
  for (const leg of legs) expect(findIndexedLeg(index, leg.legId)).toEqual(toIndexedLeg(leg));
  expect(sizeOf(index).bytes).toBeLessThan(20_000);
});

test('memory is bounded while days roll on for years, and given back when legs go', () => {
  const index = createLegIndex();
  const days = Array.from({ length: 800 }, (_, day) =>
    [1, 2, 3].map((flightNumber) => flight(firstDeparture + day * dayMs, { flightNumber })),
  );
  const drop = (legs: readonly Leg[]) => {
    for (const { legId } of legs) unindexLeg(index, legId);
  };
  for (const legs of days.slice(0, 60)) put(index, legs);
  const full = sizeOf(index).bytes;
  for (const [gone, legs] of days.slice(60).entries()) {
    put(index, legs);
    drop(days[gone] ?? []);
  }
  expect(sizeOf(index).legs).toBe(180);
  expect(sizeOf(index).bytes).toBeLessThan(full * 1.6);
  for (const legs of days.slice(-60)) drop(legs);
  expect(sizeOf(index).legs).toBe(0);
  expect(sizeOf(index).bytes).toBeLessThan(3_000);
});

test('departed legs are forgotten, with the bounds that only they set', () => {
  const index = createLegIndex();
  const minute = firstDeparture / 60_000;
  put(index, [
    flight(firstDeparture - 60_000, { fareCents: 100 }),
    flight(firstDeparture - dayMs, { airline: 'giro', to: 'SSA' }),
    flight(firstDeparture, { flightNumber: 2, fareCents: 700 }),
  ]);
  forgetDeparted(index, minute);
  expect([...indexedLegs(index)].map(({ flightNumber }) => flightNumber)).toEqual([2]);
  expect(pairOf(index, 'GRU', 'REC')).toMatchObject({ leastFare: 700, airlines: 1 });
  expect(airlinesServing(index, 'SSA')).toEqual([]);
  forgetDeparted(index, minute + 1);
  expect(sizeOf(index).legs).toBe(0);
});

test('a leg of another century, which a peer may publish, is not offered and harms nothing', () => {
  const index = createLegIndex();
  const leg = flight(firstDeparture);
  const distant = flight(Date.parse('2899-12-01T12:00Z'));
  put(index, [distant, leg]);
  unindexLeg(index, distant.legId);
  expect(findIndexedLeg(index, distant.legId)).toBeNull();
  expect([...indexedLegs(index)].map(({ legId }) => legId)).toEqual([leg.legId]);
});

test('more kinds of aircraft than the columns can number are not offered, and known ones still are', () => {
  const index = createLegIndex();
  for (let kind = 0; kind < 2 ** 16; kind++) numberOf(index.aircraft, `A${kind}`);
  const flightOn = (day: number, aircraft: string) =>
    indexLeg(index, { ...toIndexedLeg(flight(firstDeparture + day * dayMs)), aircraft });
  flightOn(0, 'A65535');
  flightOn(1, 'new');
  flightOn(2, 'A7');
  expect([...indexedLegs(index)].map(({ aircraft }) => aircraft)).toEqual(['A65535', 'A7']);
});
