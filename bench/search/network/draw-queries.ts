import type { Random } from '@/e2e/chaos/random';
import { airlineCodes } from '@/server/domain/airline-code';
import { airportsOf, airportsOfCity, cityGroups, findAirport } from '@/server/domain/airport';
import { addDays } from '@/server/domain/local-time';
import type { DateWindow } from '@/server/schedule/operating-dates';
import type { ItineraryQuery, Terminus } from '@/server/search/itinerary-query';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';

/** The same question for every method, and the codes that a traveller would have typed. */
export type BenchQuery = { from: string; to: string; query: ItineraryQuery };

/** Ends of two legs drawn apart: mostly a trip that needs a connection. The others have a direct flight somewhere. */
const apartShare = 0.6;
/** Of the ends in a city with several airports: asked as the city. */
const cityShare = 0.4;
/** Alone, as a pair, as a family. */
const passengerCounts = [1, 1, 1, 2, 2, 3, 4];
/** A trip with two stops may take three days: those that leave last still find their connections. */
const lastDays = 4;

type Drawing = { legs: readonly IndexedLeg[]; window: DateWindow; random: Random };

/** Trips as they are asked for: places by their traffic, any day of the window, 1–4 passengers, at most two stops. */
export function drawQueries({ legs, window, random }: Drawing, count: number): BenchQuery[] {
  const days = datesOf(window).slice(0, -lastDays);
  const queries: BenchQuery[] = [];
  while (queries.length < count) {
    const leg = random.pick(legs);
    const other = random.chance(apartShare) ? random.pick(legs) : leg;
    const [from, to] = [placeOf(leg.from, random), placeOf(other.to, random)];
    const origins = terminiOf(from);
    const destinations = terminiOf(to);
    if (origins.some(({ iata }) => destinations.some((end) => airportsOfCity(iata).includes(end.iata))))
      continue;
    queries.push({ from, to, query: { ...anyTrip, origins, destinations, ...partyOf(days, random) } });
  }
  return queries;
}

const anyTrip = {
  departsAfter: new Date(0),
  maxStops: 2,
  airlines: new Set(airlineCodes),
  sort: 'best',
  limit: 50,
} as const;

function partyOf(days: readonly string[], random: Random): { date: string; passengers: number } {
  return { date: random.pick(days), passengers: random.pick(passengerCounts) };
}

function placeOf(iata: string, random: Random): string {
  const group = cityGroups.find(({ airports }) => airports.includes(iata));
  return group && random.chance(cityShare) ? group.code : iata;
}

function terminiOf(place: string): Terminus[] {
  return airportsOf(place).flatMap((iata) => {
    const airport = findAirport(iata);
    return airport ? [{ iata, timeZone: airport.timeZone }] : [];
  });
}

/** Every date of a window, in order. */
export function datesOf({ from, to }: DateWindow): string[] {
  const dates = [from];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
