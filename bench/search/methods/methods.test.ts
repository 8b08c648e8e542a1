import { expect, test } from 'vitest';
import { createRandom, type Random } from '@/e2e/chaos/random';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { legIdOf } from '@/server/domain/leg';
import { localDateAt } from '@/server/domain/local-time';
import { findFront } from '@/server/search/find-itineraries';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import { createLegIndex, type IndexedLeg, indexLeg } from '@/server/search/leg-index/leg-index';
import { filteredDepartures, findByBreadth, sortedDepartures } from './breadth-first';
import { findByScan } from './connection-scan';
import { beats, type FoundTrip, sameTrips, tripsOf } from './found-trip';
import { askGraph, expandGraph } from './time-expanded';
import { buildTimetable } from './timetable';

/** Nobody flies further than two places along this row, so that most trips need a stop. */
const airports = ['GRU', 'CGH', 'MAO', 'FEN', 'POA', 'BSB', 'SSA', 'RBR'];
const furthest = 2;
const firstMinute = Date.parse('2026-12-09T12:00Z') / 60_000;
const zoneOf = (iata: string) => findAirport(iata)?.timeZone ?? 'UTC';

/** Few fares, hours and numbers: ties, equal trips, through flights and sold-out legs are common. */
function randomLegs(random: Random): IndexedLeg[] {
  const legs = new Map<string, IndexedLeg>();
  for (let count = 100 + random.index(100); count > 0; count--) {
    const airline: AirlineCode = random.pick(airlineCodes);
    const from = random.pick(airports);
    const near = (airport: string) =>
      Math.abs(airports.indexOf(airport) - airports.indexOf(from)) <= furthest;
    const to = random.pick(airports.filter((airport) => airport !== from && near(airport)));
    const departsMinute = firstMinute + random.index(60) * 60;
    const flightNumber = 1 + random.index(9);
    const serviceDate = localDateAt(new Date(departsMinute * 60_000), zoneOf(from));
    const legId = legIdOf({ airline, flightNumber, serviceDate, from });
    legs.set(legId, {
      ...{ legId, airline, flightNumber, serviceDate, from, to, departsMinute },
      arrivesMinute: departsMinute + 60 + random.index(4) * 60,
      aircraft: '320',
      cabin: '320-180',
      fareCents: (1 + random.index(3)) * 1_000,
      seatsLeft: random.index(9),
    });
  }
  return [...legs.values()];
}

function randomQuery(random: Random): ItineraryQuery {
  const termini = (places: string[]) => places.map((iata) => ({ iata, timeZone: zoneOf(iata) }));
  return {
    origins: termini(random.pick([['GRU', 'CGH'], ['MAO'], ['CGH'], ['GRU']])),
    destinations: termini(random.pick([['SSA'], ['RBR'], ['BSB', 'SSA'], ['POA']])),
    date: '2026-12-10',
    departsAfter: new Date('2026-12-10T05:00Z'),
    passengers: 1 + random.index(3),
    maxStops: random.pick([0, 1, 2, 2, 2]),
    airlines: new Set(random.chance(0.8) ? airlineCodes : ['rumos', 'giro']),
    sort: 'best',
    limit: 50,
  };
}

test('scan, breadth-first and index find the same front on random networks', () => {
  const random = createRandom(1);
  let withStops = 0;
  let withEquals = 0;
  for (let round = 0; round < 100; round++) {
    const legs = randomLegs(random);
    const query = randomQuery(random);
    const index = createLegIndex();
    for (const leg of legs) indexLeg(index, leg);
    const expected = findByBreadth(filteredDepartures(legs), query);
    expect(sameTrips(findByBreadth(sortedDepartures(legs), query), expected)).toBe(true);
    expect(sameTrips(findByScan(buildTimetable(legs), query), expected)).toBe(true);
    expect(sameTrips(tripsOf(findFront(index, query).itineraries, query.passengers), expected)).toBe(true);
    if (expected.some(({ stops }) => stops === 2)) withStops += 1;
    if (new Set(expected.map((trip) => `${trip.fareCents} ${trip.durationMinutes}`)).size < expected.length) {
      withEquals += 1;
    }
  }
  expect(withStops, 'networks that prove something about connections').toBeGreaterThan(12);
  expect(withEquals, 'fronts with equals').toBeGreaterThan(3);
});

test('the path in the time-expanded graph is a cheapest trip, again and again in one graph', () => {
  const random = createRandom(2);
  let found = 0;
  for (let round = 0; round < 20; round++) {
    const legs = randomLegs(random);
    const graph = expandGraph(legs, { begins: firstMinute, ends: firstMinute + 2 * 1_440 });
    for (let asked = 0; asked < 5; asked++) {
      const query = { ...randomQuery(random), maxStops: 2, airlines: new Set(airlineCodes) };
      const anyHour = { ...query, departsAfter: new Date(0) };
      const fares = findByBreadth(sortedDepartures(legs), anyHour).map(({ fareCents }) => fareCents);
      const question = askGraph(graph, anyHour);
      expect(question.find()).toBe(fares.length === 0 ? null : Math.min(...fares));
      question.close();
      if (fares.length > 0) found += 1;
    }
  }
  expect(found).toBeGreaterThan(12);
});

test('a difference of one measure or one trip is seen', () => {
  const trip: FoundTrip = { id: 'a', fareCents: 100, durationMinutes: 60, stops: 0 };
  const other = { ...trip, id: 'b' };
  expect(sameTrips([trip, other], [other, trip])).toBe(true);
  expect(sameTrips([trip], [trip, other])).toBe(false);
  expect(sameTrips([trip], [{ ...trip, fareCents: 101 }])).toBe(false);
  expect(beats(trip, other)).toBe(false);
  expect(beats({ ...trip, stops: 0 }, { ...other, stops: 1 })).toBe(true);
});
