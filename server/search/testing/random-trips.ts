import fc from 'fast-check';
import { airlineCodes } from '@/server/domain/airline-code';
import { dayParts } from '@/server/domain/day-part';
import { itinerarySorts } from '@/server/domain/itinerary';
import { type Leg, type LegKey, legIdOf } from '@/server/domain/leg';
import { localDateAt } from '@/server/domain/local-time';
import type { ItineraryQuery, Terminus } from '../itinerary-query';
import { createLegIndex, indexLeg, type LegIndex, toIndexedLeg } from '../leg-index/leg-index';

/** Zones from UTC−5 to UTC−2, and one whose clocks go back in the night after the date that queries ask for. */
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

/** GRU and CGH are one city. */
const onwardAirports = (landed: string) => (['GRU', 'CGH'].includes(landed) ? ['CGH', 'GRU'] : [landed]);

type Timetabled = Omit<LegKey, 'serviceDate'> &
  Pick<Leg, 'to' | 'departsAt' | 'arrivesAt' | 'fareCents' | 'seatsLeft'>;

/** A scheduled leg; its service date is the local date of its departure, in UTC where the airport is not one of ours. */
export function legOf(leg: Timetabled): Leg {
  const serviceDate = localDateAt(leg.departsAt, zones[leg.from] ?? 'UTC');
  const legId = legIdOf({ ...leg, serviceDate });
  return { ...leg, legId, serviceDate, aircraft: '320', cabin: '320-180', status: 'scheduled' };
}

/** Most legs depart on the date of the queries, so that they connect; some on the two days after. */
const quartersArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 130 }) },
  { weight: 1, arbitrary: fc.integer({ min: 131, max: 300 }) },
);

/** Few distinct values each, so that ties, measures that are equal or differ by a minute, and flights with several legs are common. */
export const legArbitrary: fc.Arbitrary<Leg> = fc
  .record({
    airline: fc.constantFrom(...airlineCodes),
    flightNumber: fc.integer({ min: 1, max: 30 }),
    from: fc.constantFrom(...airports),
    to: fc.constantFrom(...airports),
    departsMinute: quartersArbitrary.map((quarters) => firstMinute + quarters * 15),
    flightMinutes: fc.constantFrom(30, 45, 60, 61, 62, 90, 119, 120, 121, 180, 240),
    fareCents: fc.integer({ min: 1, max: 12 }).map((tens) => tens * 1_000),
    seatsLeft: fc.integer({ min: 0, max: 9 }),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ departsMinute, flightMinutes, ...leg }) =>
    legOf({
      ...leg,
      departsAt: new Date(departsMinute * 60_000),
      arrivesAt: new Date((departsMinute + flightMinutes) * 60_000),
    }),
  );

/** Legs between a handful of airports in all directions: mostly cycles. */
export const networkArbitrary = fc.uniqueArray(legArbitrary, {
  selector: (leg) => leg.legId,
  minLength: 30,
  maxLength: 70,
  size: 'max',
});

const terminus = (iata: string): Terminus => ({ iata, timeZone: zones[iata] ?? 'UTC' });

/** What a query seldom says: too many conditions at once leave nothing to compare. */
function seldom<Item>(items: readonly Item[]): fc.Arbitrary<ReadonlySet<Item> | undefined> {
  const some = fc.subarray([...items], { minLength: 1, maxLength: Math.max(2, items.length - 2) });
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: some.map((chosen) => new Set(chosen)) },
  );
}

/** Queries with every rule in use, each in a part of them. */
export const queryArbitrary: fc.Arbitrary<ItineraryQuery> = fc
  .record({
    origins: fc.constantFrom<string[]>(['RBR'], ['MAO'], ['NYC'], ['FEN'], ['GRU', 'CGH']),
    destinations: fc.constantFrom<string[]>(['RBR'], ['MAO'], ['FEN'], ['GRU'], ['CGH', 'GRU'], ['NYC']),
    afterMinute: fc.integer({ min: -50, max: 12 }).map((quarters) => firstMinute + quarters * 15),
    passengers: fc.integer({ min: 1, max: 3 }),
    maxStops: fc.constantFrom(0, 1, 2, 2, 3, 3, 3),
    airlines: fc.subarray([...airlineCodes], { minLength: 2 }),
    involving: seldom(airlineCodes),
    avoided: seldom(airports),
    departsIn: seldom(dayParts),
    arrivesIn: seldom(dayParts),
    airportChange: fc.boolean(),
    sort: fc.constantFrom(...itinerarySorts),
    limit: fc.constantFrom(1, 3, 10, 50, 1_000),
  })
  .filter(({ origins, destinations }) => !origins.some((origin) => destinations.includes(origin)))
  .map(({ origins, destinations, afterMinute, airlines, airportChange, ...query }) => ({
    ...query,
    date,
    origins: origins.map(terminus),
    destinations: destinations.map(terminus),
    departsAfter: new Date(afterMinute * 60_000),
    airlines: new Set(airlines),
    onwardAirports: airportChange ? onwardAirports : undefined,
  }));

/** An index of these legs and no others. */
export function indexOf(legs: Iterable<Leg>): LegIndex {
  const index = createLegIndex();
  for (const leg of legs) indexLeg(index, toIndexedLeg(leg));
  return index;
}
