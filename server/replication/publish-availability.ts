import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { cabins, catalogues } from '@/db/schema';
import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import { seatsOf } from '../domain/cabin';
import type { LegId } from '../domain/leg';
import { lockCatalogue } from './lock-catalogue';

const staleLegsOf = airlineState('legs-with-stale-availability', () => new Set<string>());

/**
 * Notes that claims on these own legs have changed, so that `seatsLeft` may be wrong. Costs nothing; a note that is lost
 * with the process is made good by the sweep.
 */
export function markAvailabilityStale(airline: Airline, legIds: readonly string[]): void {
  const stale = staleLegsOf(airline);
  for (const legId of legIds) stale.add(legId);
}

/** Publishes the legs that were marked since the last call; returns how many had changed. */
export async function publishMarkedAvailability(airline: Airline): Promise<number> {
  const stale = staleLegsOf(airline);
  if (stale.size === 0) return 0;
  const legIds = [...stale];
  stale.clear();
  try {
    return await publishAvailability(airline, legIds);
  } catch (error) {
    markAvailabilityStale(airline, legIds);
    throw error;
  }
}

/**
 * Sets `seatsLeft` of own legs to the seats of the cabin less those sold, prepared, blocked or held, and gives each leg
 * that changes the next number of the catalogue, so that the peers hear of it. After the fact and coalesced, never in
 * the tx that sells. Without `legIds`: every leg that has not departed. Returns how many legs changed.
 */
export async function publishAvailability(airline: Airline, legIds?: readonly string[]): Promise<number> {
  const now = airline.clock.now();
  const scope = { legIds, now, seatsByCabin: await countSeatsByCabin(airline) };
  const isCurrent = (await findWrong(airline.db, airline, scope)).length === 0;
  if (isCurrent) return 0;
  return airline.db.transaction(async (tx) => {
    const lastSeq = await lockCatalogue(tx, airline.code);
    const wrong = await findWrong(tx, airline, scope);
    if (wrong.length > 0) await writeSeatsLeft(tx, airline, { wrong, lastSeq, now });
    return wrong.length;
  });
}

type Scope = { legIds?: readonly string[]; now: Date; seatsByCabin: { code: string; seats: number }[] };

async function countSeatsByCabin(airline: Airline): Promise<Scope['seatsByCabin']> {
  const own = await airline.db.select().from(cabins).where(eq(cabins.airline, airline.code));
  return own.map(({ code, layout }) => ({ code, seats: seatsOf(layout).length }));
}

type SeatsLeft = { legId: LegId; seatsLeft: number };

/** Legs whose published number differs from what the claims say at `now`. All legs of an airline: about 40 ms. */
async function findWrong(
  db: Database | Tx,
  airline: Airline,
  { legIds, now, seatsByCabin }: Scope,
): Promise<SeatsLeft[]> {
  const instant = sql`${now.toISOString()}::timestamptz`;
  const among = (column: SQL) =>
    legIds ? sql`and ${column} = any(${sql.param([...legIds])}::text[])` : sql``;
  const rows = await db.execute<SeatsLeft>(sql`
    select legs.leg_id as "legId", left_over.seats as "seatsLeft"
    from legs
    join json_to_recordset(${JSON.stringify(seatsByCabin)}::json) as cabin(code text, seats integer)
      on cabin.code = legs.cabin
    left join (
      select leg_id, count(*)::int as seats from seat_claims
      where (state <> 'held' or hold_until >= ${instant}) ${among(sql`leg_id`)}
      group by leg_id
    ) as claimed on claimed.leg_id = legs.leg_id
    cross join lateral (select greatest(cabin.seats - coalesce(claimed.seats, 0), 0) as seats) as left_over
    where legs.airline = ${airline.code} and legs.departs_at > ${instant} ${among(sql`legs.leg_id`)}
      and legs.seats_left <> left_over.seats
    order by legs.leg_id`);
  return [...rows];
}

async function writeSeatsLeft(
  tx: Tx,
  airline: Airline,
  { wrong, lastSeq, now }: { wrong: readonly SeatsLeft[]; lastSeq: number; now: Date },
): Promise<void> {
  const rows = wrong.map((leg, place) => ({ ...leg, changeSeq: lastSeq + 1 + place }));
  await tx.execute(sql`
    update legs set seats_left = changed."seatsLeft", change_seq = changed."changeSeq"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as changed("legId" text, "seatsLeft" smallint, "changeSeq" bigint)
    where legs.leg_id = changed."legId"`);
  await tx
    .update(catalogues)
    .set({ changeSeq: lastSeq + rows.length, asOf: now })
    .where(eq(catalogues.airline, airline.code));
}
