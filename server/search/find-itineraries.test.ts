import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type ItinerarySort, itinerarySorts } from '@/server/domain/itinerary';
import { type Leg, type LegKey, legIdOf } from '@/server/domain/leg';
import { localDateAt } from '@/server/domain/local-time';
import { findItineraries, type ItineraryQuery } from './find-itineraries';
import { createLegIndex, indexLeg, type LegIndex, toIndexedLeg, unindexLeg } from './leg-index';

/** Zones from UTC−5 to UTC−2, and one whose clocks go back in the night of the test's dates. */
const zones: Record<string, string> = {
  RBR: 'America/Rio_Branco',
  MAO: 'America/Manaus',
  GRU: 'America/Sao_Paulo',
  CGH: 'America/Sao_Paulo',
  FEN: 'America/Noronha',
  NYC: 'America/New_York',
};
const airports = Object.keys(zones);
const date = '2026-10-31';
const firstMinute = Date.parse('2026-10-31T00:00Z') / 60_000;
const onwardAirports = (landed: string) => (['GRU', 'CGH'].includes(landed) ? ['CGH', 'GRU'] : [landed]);

/** Few distinct values each, so that ties and equal measures are common. */
const legArbitrary = fc
  .record({
    airline: fc.constantFrom(...airlineCodes),
    flightNumber: fc.integer({ min: 1, max: 30 }),
    from: fc.constantFrom(...airports),
    to: fc.constantFrom(...airports),
    departsMinute: fc.integer({ min: 0, max: 200 }).map((quarters) => firstMinute + quarters * 15),
    flightMinutes: fc.integer({ min: 6, max: 48 }).map((fives) => fives * 5),
    fareCents: fc.integer({ min: 1, max: 12 }).map((tens) => tens * 1_000),
    seatsLeft: fc.integer({ min: 1, max: 9 }),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ departsMinute, flightMinutes, ...leg }) =>
    legOf({
      ...leg,
      departsAt: new Date(departsMinute * 60_000),
      arrivesAt: new Date((departsMinute + flightMinutes) * 60_000),
    }),
  );

type Timetabled = Omit<LegKey, 'serviceDate'> &
  Pick<Leg, 'to' | 'departsAt' | 'arrivesAt' | 'fareCents' | 'seatsLeft'>;

function legOf(leg: Timetabled): Leg {
  const serviceDate = localDateAt(leg.departsAt, zones[leg.from] ?? 'UTC');
  const legId = legIdOf({ ...leg, serviceDate });
  return { ...leg, legId, serviceDate, aircraft: '320', cabin: '320-180', status: 'scheduled' };
}

const queryArbitrary = fc
  .record({
    origins: fc.constantFrom<string[]>(['RBR'], ['MAO'], ['NYC'], ['FEN'], ['GRU', 'CGH']),
    destinations: fc.constantFrom<string[]>(['RBR'], ['MAO'], ['FEN'], ['GRU'], ['CGH', 'GRU']),
    afterMinute: fc.integer({ min: -50, max: 20 }).map((quarters) => firstMinute + quarters * 15),
    passengers: fc.integer({ min: 1, max: 3 }),
    maxStops: fc.constantFrom(0, 1, 2, 2, 3, 3),
    airlines: fc.subarray([...airlineCodes], { minLength: 2 }),
    involving: fc.option(fc.subarray([...airlineCodes], { minLength: 1 }), { nil: undefined }),
    airportChange: fc.boolean(),
    sort: fc.constantFrom(...itinerarySorts),
    limit: fc.constantFrom(1, 3, 10, 50, 1_000),
  })
  .filter(({ origins, destinations }) => !origins.some((origin) => destinations.includes(origin)))
  .map(
    ({ origins, afterMinute, airlines, involving, airportChange, ...query }): ItineraryQuery => ({
      ...query,
      date,
      origins: origins.map((iata) => ({ iata, timeZone: zones[iata] ?? 'UTC' })),
      departsAfter: new Date(afterMinute * 60_000),
      airlines: new Set(airlines),
      ...(involving && { involving: new Set(involving) }),
      ...(airportChange && { onwardAirports }),
    }),
  );

type Path = { legs: Leg[]; fare: number; minutes: number; stops: number; departs: number; id: string };

const groundMinutes = (before: Leg, after: Leg) =>
  (after.departsAt.getTime() - before.arrivesAt.getTime()) / 60_000;

function mayFollow(before: Leg, after: Leg, query: ItineraryQuery): boolean {
  const ground = groundMinutes(before, after);
  const sameFlight = before.flightNumber === after.flightNumber && before.serviceDate === after.serviceDate;
  const sameAirline = before.airline === after.airline;
  if (before.to !== after.from) {
    return Boolean(query.onwardAirports?.(before.to).includes(after.from)) && ground >= 180 && ground <= 1440;
  }
  const least = sameAirline ? (sameFlight ? 0 : 45) : 60;
  return ground >= least && ground <= 1440;
}

/** Tries every sequence of legs and judges it afterwards, with no bound, index or pruning. */
function bruteForce(legs: Leg[], query: ItineraryQuery): Path[] {
  const origins = query.origins.map(({ iata }) => iata);
  const flyable = legs.filter(
    (leg) =>
      leg.seatsLeft >= query.passengers && query.airlines.has(leg.airline) && leg.status === 'scheduled',
  );
  const found: Leg[][] = [];
  const grow = (path: Leg[]) => {
    const last = path.at(-1);
    if (last && query.destinations.includes(last.to)) {
      found.push(path);
      return;
    }
    if (path.length > query.maxStops) return;
    for (const leg of flyable) {
      if (last ? mayFollow(last, leg, query) : origins.includes(leg.from)) grow([...path, leg]);
    }
  };
  grow([]);
  return found.filter((path) => isTrip(path, origins, query)).map((path) => measured(path));
}

function isTrip(
  path: Leg[],
  origins: string[],
  { date: wanted, departsAfter, involving }: ItineraryQuery,
): boolean {
  const [first] = path;
  if (!first || first.departsAt <= departsAfter) return false;
  if (localDateAt(first.departsAt, zones[first.from] ?? 'UTC') !== wanted) return false;
  const stations = path.flatMap((leg, place) =>
    path[place - 1]?.to === leg.from ? [leg.to] : [leg.from, leg.to],
  );
  if (new Set(stations).size !== stations.length) return false;
  if (stations.slice(1).some((station) => origins.includes(station))) return false;
  return !involving || path.some((leg) => involving.has(leg.airline));
}

function measured(legs: Leg[]): Path {
  const departs = legs[0]?.departsAt.getTime() ?? 0;
  return {
    legs,
    fare: legs.reduce((sum, leg) => sum + leg.fareCents, 0),
    minutes: ((legs.at(-1)?.arrivesAt.getTime() ?? 0) - departs) / 60_000,
    stops: legs.length - 1,
    departs,
    id: legs.map((leg) => leg.legId).join('|'),
  };
}

const keys: Record<ItinerarySort, (path: Path) => number> = {
  price: (path) => path.fare,
  duration: (path) => path.minutes,
  departure: (path) => path.departs,
  best: (path) => path.fare + path.minutes * 50 + path.stops * 6_000,
};

function expectedAnswer(legs: Leg[], query: ItineraryQuery): { id: string; pareto: boolean }[] {
  const paths = bruteForce(legs, query);
  const isBeaten = (path: Path) =>
    paths.some(
      ({ fare, minutes, stops }) =>
        fare <= path.fare &&
        minutes <= path.minutes &&
        stops <= path.stops &&
        fare + minutes + stops < path.fare + path.minutes + path.stops,
    );
  const rank = (path: Path) => [keys[query.sort](path), path.fare, path.minutes, path.stops, path.departs];
  return paths
    .map((path) => ({ path, rank: rank(path), pareto: !isBeaten(path) }))
    .toSorted((a, b) => {
      if (a.pareto !== b.pareto) return a.pareto ? -1 : 1;
      const differing = a.rank.findIndex((value, place) => value !== b.rank[place]);
      if (differing === -1) return a.path.id < b.path.id ? -1 : 1;
      return (a.rank[differing] ?? 0) - (b.rank[differing] ?? 0);
    })
    .slice(0, query.limit)
    .map(({ path, pareto }) => ({ id: path.id, pareto }));
}

function indexOf(legs: Leg[]): LegIndex {
  const index = createLegIndex();
  for (const leg of legs) indexLeg(index, toIndexedLeg(leg));
  return index;
}

const networkArbitrary = fc.uniqueArray(legArbitrary, {
  selector: (leg) => leg.legId,
  minLength: 15,
  maxLength: 70,
  size: 'max',
});

/** Brute force is slow on purpose, and slower beside other tests. */
const timeoutMs = 30_000;

test('the answer is that of brute force on random cyclic networks over zones and nights', {
  timeout: timeoutMs,
}, () => {
  let answersWithChanges = 0;
  fc.assert(
    fc.property(networkArbitrary, queryArbitrary, (legs, query) => {
      const { itineraries, truncated } = findItineraries(indexOf(legs), query);
      if (itineraries.some(({ stops }) => stops >= 2)) answersWithChanges += 1;
      expect(truncated).toBe(false);
      expect(itineraries.map(({ id, pareto }) => ({ id, pareto }))).toEqual(expectedAnswer(legs, query));
    }),
    { numRuns: 1_000, seed: 20_261_031 },
  );
  expect(answersWithChanges, 'networks dense enough to prove anything').toBeGreaterThan(100);
});

test('the answer is that of brute force after legs were changed and taken out', {
  timeout: timeoutMs,
}, () => {
  fc.assert(
    fc.property(networkArbitrary, queryArbitrary, fc.integer(), (legs, query, salt) => {
      const index = indexOf(legs);
      const changed = legs.map((leg, place) => ({
        ...leg,
        fareCents: leg.fareCents + ((place + salt) % 3 === 0 ? 5_000 : 0),
        departsAt: new Date(leg.departsAt.getTime() - ((place + salt) % 4 === 0 ? 3_600_000 : 0)),
        seatsLeft: (place + salt) % 5 === 0 ? 0 : leg.seatsLeft,
      }));
      for (const leg of changed) indexLeg(index, toIndexedLeg(leg));
      const kept = changed.filter((leg, place) => {
        if ((place + salt) % 6 === 0) unindexLeg(index, leg.legId);
        return (place + salt) % 6 !== 0;
      });
      const { itineraries } = findItineraries(index, query);
      expect(itineraries.map(({ id, pareto }) => ({ id, pareto }))).toEqual(expectedAnswer(kept, query));
    }),
    { numRuns: 300, seed: 20_261_101 },
  );
});

test('sums are of the legs: fare for all passengers, duration from first departure to last arrival', () => {
  fc.assert(
    fc.property(networkArbitrary, queryArbitrary, (legs, query) => {
      for (const itinerary of findItineraries(indexOf(legs), query).itineraries) {
        const path = measured(itinerary.legs);
        expect(itinerary.totalFareCents).toBe(path.fare * query.passengers);
        expect(itinerary.durationMinutes).toBe(path.minutes);
        expect(itinerary.connectionsMinutes).toEqual(
          itinerary.legs.slice(1).map((leg, place) => groundMinutes(itinerary.legs[place] ?? leg, leg)),
        );
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});

/** BSB → SSA in a network where every airport is linked to every other one several times a day. */
function denseNetwork(): LegIndex {
  const stations = ['BSB', 'GRU', 'CGH', 'REC', 'FOR', 'SSA', 'CNF', 'POA'];
  const index = createLegIndex();
  let flightNumber = 0;
  for (const from of stations) {
    for (const to of stations.filter((station) => station !== from)) {
      for (let hour = 0; hour < 48; hour += 2) {
        const departsAt = new Date(Date.parse('2026-12-10T03:00Z') + hour * 3_600_000);
        const arrivesAt = new Date(departsAt.getTime() + 5_400_000);
        const airline: AirlineCode = 'rumos';
        flightNumber += 1;
        indexLeg(
          index,
          toIndexedLeg(
            legOf({ airline, flightNumber, from, to, departsAt, arrivesAt, fareCents: 10_000, seatsLeft: 9 }),
          ),
        );
      }
    }
  }
  return index;
}

const denseQuery: ItineraryQuery = {
  origins: [{ iata: 'BSB', timeZone: 'America/Sao_Paulo' }],
  destinations: ['SSA'],
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
