import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { AirlineCode } from '../domain/airline-code';
import { parseLegId } from '../domain/leg';
import type { LegChange } from './read-legs';

export type LegCopies = {
  origin: AirlineCode;
  legs: readonly LegChange[];
  /** What was applied since stays as it is. */
  isLate: boolean;
};

/** Writes copies of a peer's legs, each with its place in the log as `change_seq`. One text parameter for all rows. */
export async function writeLegCopies(tx: Tx, { origin, legs, isLate }: LegCopies): Promise<void> {
  const rows = legs.map(({ legId, seq, state }) => ({ legId, seq, ...state, ...parseLegId(legId) }));
  await tx.execute(sql`
    insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
      aircraft, cabin, fare_cents, seats_left, taken_seats, held_seats, status, change_seq)
    select "legId", ${origin}, "flightNumber", "serviceDate", "from", "to", "departsAt", "arrivesAt",
      aircraft, cabin, "fareCents", "seatsLeft", "takenSeats", "heldSeats", status, seq
    from json_to_recordset(${JSON.stringify(rows)}::json) as leg(
      "legId" text, "flightNumber" integer, "serviceDate" date, "from" text, "to" text,
      "departsAt" timestamptz, "arrivesAt" timestamptz, aircraft text, cabin text, "fareCents" integer,
      "seatsLeft" smallint, "takenSeats" text[], "heldSeats" text[], status text, seq bigint)
    on conflict (leg_id) do update set
      destination = excluded.destination, departs_at = excluded.departs_at, arrives_at = excluded.arrives_at,
      aircraft = excluded.aircraft, cabin = excluded.cabin, fare_cents = excluded.fare_cents,
      seats_left = excluded.seats_left, taken_seats = excluded.taken_seats, held_seats = excluded.held_seats,
      status = excluded.status, change_seq = excluded.change_seq
    where ${!isLate} or legs.change_seq < excluded.change_seq`);
}
