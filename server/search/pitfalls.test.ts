import { expect, test } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { type Itinerary, itinerarySorts } from '@/server/domain/itinerary';
import { type Leg, legIdOf } from '@/server/domain/leg';
import { localDateAt } from '@/server/domain/local-time';
import { findFront, findItineraries, findLowestFare } from './find-itineraries';
import type { ItineraryQuery } from './itinerary-query';
import { indexOf } from './testing/random-trips';

// What implementations of this search get wrong, one test each. Hours are UTC unless a zone is named.

const zones: Record<string, string> = {
  GRU: 'America/Sao_Paulo',
  CGH: 'America/Sao_Paulo',
  BSB: 'America/Sao_Paulo',
  REC: 'America/Recife',
  SSA: 'America/Bahia',
  MAO: 'America/Manaus',
  RBR: 'America/Rio_Branco',
  FEN: 'America/Noronha',
  SCL: 'America/Santiago',
};

type Timetable = {
  number: number;
  from: string;
  to: string;
  departs: string;
  arrives: string;
  fare?: number;
} & Partial<Pick<Leg, 'airline' | 'seatsLeft' | 'serviceDate'>>;

/** `departs` and `arrives` like `2026-12-10 14:30`. */
function leg({ number, departs, arrives, fare = 100, ...rest }: Timetable): Leg {
  const [departsAt, arrivesAt] = [departs, arrives].map((time) => new Date(`${time.replace(' ', 'T')}Z`)) as [
    Date,
    Date,
  ];
  const key = {
    airline: 'rumos' as const,
    flightNumber: number,
    serviceDate: localDateAt(departsAt, zones[rest.from] ?? 'UTC'),
    seatsLeft: 9,
    ...rest,
  };
  return {
    ...key,
    legId: legIdOf(key),
    departsAt,
    arrivesAt,
    aircraft: '320',
    cabin: '320-180',
    fareCents: fare * 100,
    status: 'scheduled',
  };
}

type Question = { from: string | string[]; to: string | string[]; date?: string } & Partial<ItineraryQuery>;

function queryOf({ from, to, ...rest }: Question): ItineraryQuery {
  const termini = (codes: string | string[]) =>
    [codes].flat().map((iata) => ({ iata, timeZone: zones[iata] ?? 'UTC' }));
  return {
    origins: termini(from),
    destinations: termini(to),
    date: '2026-12-10',
    departsAfter: new Date(0),
    passengers: 1,
    maxStops: 2,
    airlines: new Set(airlineCodes),
    sort: 'best',
    limit: 50,
    ...rest,
  };
}

/** The flight numbers of each itinerary, in order. */
function flights(legs: Leg[], question: Question): string[] {
  return numbersOf(findItineraries(indexOf(legs), queryOf(question)).itineraries);
}

function numbersOf(itineraries: Itinerary[]): string[] {
  return itineraries.map(({ legs }) => legs.map(({ flightNumber }) => flightNumber).join('-'));
}

const noonToBrasilia = leg({
  number: 1,
  from: 'GRU',
  to: 'BSB',
  departs: '2026-12-10 12:00',
  arrives: '2026-12-10 14:00',
});
const onward = (departs: string, arrives: string, fields: Partial<Timetable> = {}) =>
  leg({ number: 2, from: 'BSB', to: 'REC', departs, arrives, ...fields });

test('the earlier arrival does not dominate: only the later one is within 24 h of the flight onward', () => {
  const early = leg({
    number: 3,
    from: 'GRU',
    to: 'BSB',
    departs: '2026-12-10 04:00',
    arrives: '2026-12-10 06:00',
    fare: 1,
  });
  const nextDay = onward('2026-12-11 08:00', '2026-12-11 10:00');
  expect(flights([early, noonToBrasilia, nextDay], { from: 'GRU', to: 'REC' })).toEqual(['1-2']);
});

test('a layover of exactly 24 h is a connection, a minute more is none', () => {
  const exact = onward('2026-12-11 14:00', '2026-12-11 16:00');
  const late = onward('2026-12-11 14:01', '2026-12-11 16:00', { number: 3 });
  expect(flights([noonToBrasilia, exact, late], { from: 'GRU', to: 'REC' })).toEqual(['1-2']);
});

test('days without a flight onward end a layover too, however the list is sorted', () => {
  const legs = [
    leg({
      number: 3,
      from: 'GRU',
      to: 'REC',
      departs: '2026-12-10 12:00',
      arrives: '2026-12-10 15:00',
      fare: 1,
    }),
    leg({ number: 4, from: 'GRU', to: 'MAO', departs: '2026-12-10 12:00', arrives: '2026-12-10 16:00' }),
    leg({ number: 5, from: 'MAO', to: 'REC', departs: '2026-12-11 15:00', arrives: '2026-12-11 20:00' }),
    leg({ number: 1, from: 'GRU', to: 'BSB', departs: '2026-12-10 21:00', arrives: '2026-12-10 23:00' }),
    onward('2026-12-09 00:30', '2026-12-09 02:30'),
    onward('2026-12-12 00:30', '2026-12-12 02:30'),
  ];
  for (const sort of itinerarySorts) {
    expect(flights(legs, { from: 'GRU', to: 'REC', sort, limit: 2 })).toEqual(['3', '4-5']);
  }
});

test.each([
  { rule: '45 min on one airline', fields: {}, tooEarly: '14:44', inTime: '14:45' },
  { rule: '60 min between two', fields: { airline: 'giro' as const }, tooEarly: '14:59', inTime: '15:00' },
  {
    rule: '180 min between two airports of a city',
    fields: { from: 'SSA' },
    tooEarly: '16:59',
    inTime: '17:00',
  },
])('the shortest connection is $rule, a minute less is none', ({ fields, tooEarly, inTime }) => {
  const legs = [
    noonToBrasilia,
    onward(`2026-12-10 ${tooEarly}`, '2026-12-10 20:00', { ...fields, number: 2 }),
    onward(`2026-12-10 ${inTime}`, '2026-12-10 20:00', { ...fields, number: 3 }),
  ];
  const onwardAirports = (landed: string) => (['BSB', 'SSA'].includes(landed) ? ['BSB', 'SSA'] : [landed]);
  expect(flights(legs, { from: 'GRU', to: 'REC', onwardAirports })).toEqual(['1-3']);
});

test('airports of one city are changed only when the traveller is willing', () => {
  const legs = [noonToBrasilia, onward('2026-12-10 18:00', '2026-12-10 20:00', { from: 'SSA' })];
  expect(flights(legs, { from: 'GRU', to: 'REC' })).toEqual([]);
});

test('a technical stop with one flight number needs no connection time', () => {
  const goesOn = onward('2026-12-10 14:10', '2026-12-10 16:00', { number: 1, serviceDate: '2026-12-10' });
  const otherDay = onward('2026-12-10 14:05', '2026-12-10 16:00', { number: 1, serviceDate: '2026-12-09' });
  expect(flights([noonToBrasilia, goesOn, otherDay], { from: 'GRU', to: 'REC' })).toEqual(['1-1']);
});

test('the date is that of the origin’s clocks, west and east of the others', () => {
  const overnight = (from: string) =>
    ['02:30', '03:30', '04:30', '05:30'].map((time, place) =>
      leg({ number: place + 1, from, to: 'GRU', departs: `2026-12-10 ${time}`, arrives: '2026-12-10 09:00' }),
    );
  const numbers = (from: string) => flights(overnight(from), { from, to: 'GRU', sort: 'departure' });
  expect(numbers('RBR').toSorted()).toEqual(['4']);
  expect(numbers('MAO').toSorted()).toEqual(['3', '4']);
  expect(numbers('FEN').toSorted()).toEqual(['1', '2', '3', '4']);
});

test('the first and the last minute of the local day count, the minutes beside them do not', () => {
  const legs = [
    leg({ number: 1, from: 'GRU', to: 'BSB', departs: '2026-12-10 02:59', arrives: '2026-12-10 05:00' }),
    leg({ number: 2, from: 'GRU', to: 'BSB', departs: '2026-12-10 03:00', arrives: '2026-12-10 05:00' }),
    leg({ number: 3, from: 'GRU', to: 'BSB', departs: '2026-12-11 02:59', arrives: '2026-12-11 05:00' }),
    leg({ number: 4, from: 'GRU', to: 'BSB', departs: '2026-12-11 03:00', arrives: '2026-12-11 05:00' }),
  ];
  expect(flights(legs, { from: 'GRU', to: 'BSB' }).toSorted()).toEqual(['2', '3']);
});

test('an arrival on the day before by the clocks there, and one two days after, are itineraries', () => {
  const westward = leg({
    number: 1,
    from: 'FEN',
    to: 'RBR',
    departs: '2026-12-10 02:30',
    arrives: '2026-12-10 04:30',
  });
  const slow = leg({
    number: 2,
    from: 'FEN',
    to: 'BSB',
    departs: '2026-12-11 01:00',
    arrives: '2026-12-11 04:00',
  });
  const slower = leg({
    number: 3,
    from: 'BSB',
    to: 'RBR',
    departs: '2026-12-12 03:00',
    arrives: '2026-12-12 06:00',
  });
  expect(flights([westward, slow, slower], { from: 'FEN', to: 'RBR' })).toEqual(['1', '2-3']);
});

test('where clocks go forward at midnight, the day begins at one o’clock and has 23 hours', () => {
  const legs = [
    leg({ number: 1, from: 'SCL', to: 'GRU', departs: '2026-09-06 03:59', arrives: '2026-09-06 06:00' }),
    leg({ number: 2, from: 'SCL', to: 'GRU', departs: '2026-09-06 04:00', arrives: '2026-09-06 06:00' }),
    leg({ number: 3, from: 'SCL', to: 'GRU', departs: '2026-09-07 02:59', arrives: '2026-09-07 05:00' }),
    leg({ number: 4, from: 'SCL', to: 'GRU', departs: '2026-09-07 03:00', arrives: '2026-09-07 05:00' }),
  ];
  expect(flights(legs, { from: 'SCL', to: 'GRU', date: '2026-09-06' }).toSorted()).toEqual(['2', '3']);
});

test('the part of the day of an arrival is read with the offset of that night, not of the search', () => {
  const arriving = (number: number, arrives: string) =>
    leg({ number, from: 'GRU', to: 'SCL', departs: '2026-09-05 23:00', arrives });
  const legs = [
    arriving(1, '2026-09-06 08:59'),
    arriving(2, '2026-09-06 09:00'),
    arriving(3, '2026-09-06 10:00'),
  ];
  const question = { from: 'GRU', to: 'SCL', date: '2026-09-05' };
  expect(flights(legs, { ...question, arrivesIn: new Set(['night']) })).toEqual(['1']);
  expect(flights(legs, { ...question, arrivesIn: new Set(['morning']) })).toEqual(['2', '3']);
});

test('parts of the day are those of the first departure and of the last arrival', () => {
  const legs = [noonToBrasilia, onward('2026-12-10 20:00', '2026-12-10 22:00')];
  const isFound = (parts: Partial<ItineraryQuery>) =>
    flights(legs, { from: 'GRU', to: 'REC', ...parts }).length === 1;
  expect(isFound({ departsIn: new Set(['morning']), arrivesIn: new Set(['evening']) })).toBe(true);
  expect(isFound({ departsIn: new Set(['afternoon']) })).toBe(false);
  expect(isFound({ arrivesIn: new Set(['afternoon']) })).toBe(false);
});

test('what has too few seats hides nothing that has enough', () => {
  const cheapAndFull = onward('2026-12-10 15:00', '2026-12-10 17:00', { number: 2, fare: 1, seatsLeft: 1 });
  const dearAndFree = onward('2026-12-10 16:00', '2026-12-10 18:00', { number: 3, fare: 900, seatsLeft: 2 });
  const legs = [noonToBrasilia, cheapAndFull, dearAndFree];
  expect(flights(legs, { from: 'GRU', to: 'REC', passengers: 2 })).toEqual(['1-3']);
  expect(findLowestFare(indexOf(legs), queryOf({ from: 'GRU', to: 'REC', passengers: 2 }))).toBe(200_000);
});

test('nobody flies through the origin, another airport of its city, or the destination', () => {
  const toCongonhas = leg({
    number: 2,
    from: 'BSB',
    to: 'CGH',
    departs: '2026-12-10 15:00',
    arrives: '2026-12-10 17:00',
  });
  const fromCongonhas = leg({
    number: 3,
    from: 'CGH',
    to: 'REC',
    departs: '2026-12-10 18:00',
    arrives: '2026-12-10 21:00',
  });
  const backAgain = leg({
    number: 4,
    from: 'BSB',
    to: 'GRU',
    departs: '2026-12-10 15:00',
    arrives: '2026-12-10 17:00',
  });
  const fromGuarulhos = leg({
    number: 5,
    from: 'GRU',
    to: 'REC',
    departs: '2026-12-11 18:00',
    arrives: '2026-12-11 21:00',
  });
  const legs = [noonToBrasilia, toCongonhas, fromCongonhas, backAgain, fromGuarulhos];
  expect(flights(legs, { from: ['GRU', 'CGH'], to: 'REC' })).toEqual(['3']);
  expect(flights(legs, { from: 'GRU', to: 'REC' })).toEqual(['1-2-3']);
  expect(flights(legs, { from: 'BSB', to: ['CGH', 'REC'] })).toEqual(['2']);
});

test('cheaper detours round a cycle are tried and end', () => {
  const stations = ['GRU', 'BSB', 'SSA', 'MAO', 'REC'];
  const legs = stations.flatMap((from, a) =>
    stations.flatMap((to, b) =>
      from === to
        ? []
        : Array.from({ length: 8 }, (_, n) =>
            leg({
              number: 1 + a * 100 + b * 10 + n,
              from,
              to,
              departs: `2026-12-10 ${String(6 + 2 * n).padStart(2, '0')}:00`,
              arrives: `2026-12-10 ${String(7 + 2 * n).padStart(2, '0')}:00`,
              fare: Math.abs(a - b) === 1 ? 10 : 200,
            }),
          ),
    ),
  );
  const { itineraries } = findFront(indexOf(legs), queryOf({ from: 'GRU', to: 'REC', maxStops: 3 }));
  expect(itineraries.map(({ stops, totalFareCents }) => [stops, totalFareCents])).toContainEqual([3, 4_000]);
  expect(new Set(itineraries.map(({ stops }) => stops))).toEqual(new Set([0, 3]));
});

test('a flight that comes again with another time or destination is the flight as it is now', () => {
  const moved = { ...noonToBrasilia, to: 'REC' };
  expect(flights([noonToBrasilia, moved], { from: 'GRU', to: 'REC' })).toEqual(['1']);
  expect(flights([noonToBrasilia, moved], { from: 'GRU', to: 'BSB' })).toEqual([]);
  const delayed = {
    ...noonToBrasilia,
    departsAt: new Date('2026-12-11T03:00Z'),
    arrivesAt: new Date('2026-12-11T05:00Z'),
  };
  expect(flights([noonToBrasilia, delayed], { from: 'GRU', to: 'BSB' })).toEqual([]);
});

test('an avoided airport is neither begun at, nor ended at, nor passed through', () => {
  const direct = leg({
    number: 3,
    from: 'CGH',
    to: 'REC',
    departs: '2026-12-10 12:00',
    arrives: '2026-12-10 15:00',
  });
  const legs = [noonToBrasilia, onward('2026-12-10 15:00', '2026-12-10 17:00'), direct];
  const without = (...avoided: string[]) =>
    flights(legs, { from: ['GRU', 'CGH'], to: ['REC', 'SSA'], avoided: new Set(avoided) });
  expect(without('SSA')).toEqual(['3', '1-2']);
  expect(without('BSB')).toEqual(['3']);
  expect(without('CGH')).toEqual(['1-2']);
  expect(without('REC')).toEqual([]);
});

test.each([
  ['no leg at all', []],
  [
    'one leg, elsewhere',
    [leg({ number: 1, from: 'MAO', to: 'RBR', departs: '2026-12-10 12:00', arrives: '2026-12-10 14:00' })],
  ],
  ['only legs that are sold out', [{ ...noonToBrasilia, seatsLeft: 0 }]],
])('%s is an empty answer', (_name, legs) => {
  for (const maxStops of [0, 1, 2, 3]) {
    const query = queryOf({ from: 'GRU', to: 'BSB', maxStops });
    expect(findItineraries(indexOf(legs), query)).toEqual({ itineraries: [], truncated: false });
    expect(findLowestFare(indexOf(legs), query)).toBeNull();
  }
});

test('one leg is the whole answer', () => {
  expect(flights([noonToBrasilia], { from: 'GRU', to: 'BSB', maxStops: 3 })).toEqual(['1']);
});

test('equals in fare, duration and stops all stand on the front, in the order of their ids as text', () => {
  const twins = [10, 9, 100].map((number) => ({
    ...noonToBrasilia,
    flightNumber: number,
    legId: legIdOf({ ...noonToBrasilia, flightNumber: number }),
  }));
  const { itineraries } = findFront(indexOf(twins), queryOf({ from: 'GRU', to: 'BSB' }));
  expect(numbersOf(itineraries)).toEqual(['100', '10', '9']);
});
