import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { catalogues } from '@/db/schema';
import type { Airline } from '../airline';
import { noteChanges } from '../replication/change-log/note-changes';
import { notifyChanges } from '../replication/notify-changes';
import { spreadSoon } from '../replication/spread';
import { type Availability, countSeatsByCabin, findStaleLegs } from './find-stale-legs';
import { legEntity } from './leg-entity';
import { lockCatalogue } from './lock-catalogue';
import { markAvailabilityStale, takeMarkedLegs } from './mark-availability';

/** Publishes the legs that were marked since the last call; returns how many had changed. */
export async function publishMarkedAvailability(airline: Airline): Promise<number> {
  const legIds = takeMarkedLegs(airline);
  if (legIds.length === 0) return 0;
  try {
    return await publishAvailability(airline, legIds);
  } catch (error) {
    markAvailabilityStale(airline, legIds);
    throw error;
  }
}

/**
 * Sets what own legs publish of their seats (how many are left, which are taken, which are held) to what the claims say,
 * and spreads each leg that changes to the peers and to the open pages. After the fact and coalesced, never in the tx
 * that sells. Without `legIds`: every leg that has not departed. Returns how many legs changed.
 */
export async function publishAvailability(airline: Airline, legIds?: readonly string[]): Promise<number> {
  const now = airline.clock.now();
  const scope = { legIds, now, seatsByCabin: await countSeatsByCabin(airline) };
  const isCurrent = (await findStaleLegs(airline.db, airline, scope)).length === 0;
  if (isCurrent) return 0;
  const changed = await airline.db.transaction(async (tx) => {
    const lastSeq = await lockCatalogue(tx, airline.code);
    const stale = await findStaleLegs(tx, airline, scope);
    if (stale.length > 0) await publish(tx, airline, { stale, lastSeq });
    return stale.length;
  });
  spreadSoon(airline);
  return changed;
}

async function publish(
  tx: Tx,
  { code }: Airline,
  { stale, lastSeq }: { stale: readonly Availability[]; lastSeq: number },
): Promise<void> {
  const ids = stale.map(({ legId }) => legId);
  await noteChanges(tx, { entity: legEntity.name, ids });
  await notifyChanges(tx, code, ids);
  await tx
    .update(catalogues)
    .set({ changeSeq: lastSeq + stale.length })
    .where(eq(catalogues.airline, code));
  const rows = stale.map((leg, place) => ({ ...leg, changeSeq: lastSeq + 1 + place }));
  await tx.execute(sql`
    update legs set seats_left = said."seatsLeft", taken_seats = said."takenSeats", held_seats = said."heldSeats",
      change_seq = said."changeSeq"
    from json_to_recordset(${JSON.stringify(rows)}::json) as said(
      "legId" text, "seatsLeft" smallint, "takenSeats" text[], "heldSeats" text[], "changeSeq" bigint)
    where legs.leg_id = said."legId"`);
}
