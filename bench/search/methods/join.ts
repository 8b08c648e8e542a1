import type postgres from 'postgres';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import type { FoundTrip } from './found-trip';
import { joinStatement } from './join-statement';
import { originDays } from './origin-days';

/** A row of `joinStatement`: ids of up to three legs, centavos of one passenger, minutes. */
export type JoinedTrip = {
  first: string;
  second: string | null;
  third: string | null;
  fare: number;
  minutes: number;
  stops: number;
};

/** The join, as one prepared statement (postgres.js prepares what it has a text for). */
export function findByJoin(sql: postgres.Sql, query: ItineraryQuery): Promise<JoinedTrip[]> {
  const days = originDays(query);
  const instantOf = (minute: number) => new Date(minute * 60_000).toISOString();
  const parameters = [
    days.map(({ iata }) => iata),
    query.destinations.map(({ iata }) => iata),
    days.map(({ begins }) => instantOf(begins)),
    days.map(({ ends }) => instantOf(ends)),
    query.passengers,
  ];
  return sql.unsafe<JoinedTrip[]>(joinStatement, parameters, { prepare: true });
}

/** The leg ids of a trip, in order. */
export function legIdsOf({ first, second, third }: JoinedTrip): string[] {
  return [first, second, third].filter((legId) => legId !== null);
}

/** The join's rows in the words of the comparison. */
export function joinedTrips(rows: readonly JoinedTrip[]): FoundTrip[] {
  return rows.map((row) => ({
    id: legIdsOf(row).join('|'),
    fareCents: row.fare,
    durationMinutes: row.minutes,
    stops: row.stops,
  }));
}
