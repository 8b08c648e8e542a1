import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { cabins } from '@/db/schema';
import type { Airline } from '../airline';
import { seatsOf } from '../domain/cabin';
import type { LegId } from '../domain/leg';

/** What the claims on a leg say of its seats; both lists sorted as text. */
export type Availability = { legId: LegId; seatsLeft: number; takenSeats: string[]; heldSeats: string[] };

/** Which legs to look at (all that have not departed unless said), and when. */
export type AvailabilityScope = {
  legIds?: readonly string[];
  now: Date;
  seatsByCabin: readonly { code: string; seats: number }[];
};

/** How many seats each of this airline's cabins has. */
export async function countSeatsByCabin(airline: Airline): Promise<AvailabilityScope['seatsByCabin']> {
  const own = await airline.db.select().from(cabins).where(eq(cabins.airline, airline.code));
  return own.map(({ code, layout }) => ({ code, seats: seatsOf(layout).length }));
}

/** Own legs whose published availability is not what the claims say at `now`, with what they say. */
export async function findStaleLegs(
  db: Database | Tx,
  airline: Airline,
  { legIds, now, seatsByCabin }: AvailabilityScope,
): Promise<Availability[]> {
  const instant = sql`${now.toISOString()}::timestamptz`;
  const among = (column: SQL) =>
    legIds ? sql`and ${column} = any(${sql.param([...legIds])}::text[])` : sql``;
  const rows = await db.execute<Availability>(sql`
    with claimed as (
      select leg_id, count(*)::int as seats,
        coalesce(array_agg(seat order by seat) filter (where state <> 'held'), '{}') as taken,
        coalesce(array_agg(seat order by seat) filter (where state = 'held'), '{}') as held
      from seat_claims
      where (state <> 'held' or hold_until >= ${instant}) ${among(sql`leg_id`)}
      group by leg_id
    )
    select legs.leg_id as "legId", said.seats_left as "seatsLeft", said.taken as "takenSeats", said.held as "heldSeats"
    from legs
    join json_to_recordset(${JSON.stringify(seatsByCabin)}::json) as cabin(code text, seats integer)
      on cabin.code = legs.cabin
    left join claimed on claimed.leg_id = legs.leg_id
    cross join lateral (select
      greatest(cabin.seats - coalesce(claimed.seats, 0), 0) as seats_left,
      coalesce(claimed.taken, '{}') as taken,
      coalesce(claimed.held, '{}') as held) as said
    where legs.airline = ${airline.code} and legs.departs_at > ${instant} ${among(sql`legs.leg_id`)}
      and (legs.seats_left <> said.seats_left or legs.taken_seats <> said.taken or legs.held_seats <> said.held)
    order by legs.leg_id`);
  return [...rows];
}
