import { expect, test } from 'vitest';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { findItineraries } from './find-itineraries';
import type { ItineraryQuery } from './itinerary-query';
import type { LegIndex } from './leg-index/leg-index';
import { indexOf, legOf } from './testing/random-trips';

/** BSB → SSA in a network where every airport is linked to every other one several times a day. */
function denseNetwork(): LegIndex {
  const stations = ['BSB', 'GRU', 'CGH', 'REC', 'FOR', 'SSA', 'CNF', 'POA'];
  const routes = stations.flatMap((from) => stations.filter((to) => to !== from).map((to) => ({ from, to })));
  const airline: AirlineCode = 'rumos';
  return indexOf(
    routes.flatMap((route, place) =>
      Array.from({ length: 24 }, (_, turn) => {
        const departsAt = new Date(Date.parse('2026-12-10T03:00Z') + turn * 7_200_000);
        const arrivesAt = new Date(departsAt.getTime() + 5_400_000);
        const flightNumber = 1 + place * 24 + turn;
        return legOf({
          ...route,
          airline,
          flightNumber,
          departsAt,
          arrivesAt,
          fareCents: 10_000,
          seatsLeft: 9,
        });
      }),
    ),
  );
}

const denseQuery: ItineraryQuery = {
  origins: [{ iata: 'BSB', timeZone: 'America/Sao_Paulo' }],
  destinations: [{ iata: 'SSA', timeZone: 'America/Bahia' }],
  date: '2026-12-10',
  departsAfter: new Date('2026-12-01T00:00Z'),
  passengers: 1,
  maxStops: 3,
  airlines: new Set(airlineCodes),
  sort: 'best',
  limit: 200,
};

test('a search whose work budget ends says so and still gives what it found', () => {
  const { itineraries, truncated } = findItineraries(denseNetwork(), {
    ...denseQuery,
    maxLegsConsidered: 200,
  });
  expect(truncated).toBe(true);
  expect(itineraries[0]?.stops).toBe(0);
});

test('a densely cyclic network is searched to the end', () => {
  const { itineraries, truncated } = findItineraries(denseNetwork(), denseQuery);
  expect(truncated).toBe(false);
  expect(itineraries).toHaveLength(200);
});
