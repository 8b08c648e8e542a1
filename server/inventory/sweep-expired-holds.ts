import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { draftHolds, seatClaims } from '@/db/schema';
import type { Airline } from '../airline';

/** One sweep deletes at most this many rows, so that it never holds locks for long. */
const batchSize = 500;

/**
 * Tidies away holds that have run out; returns the legs concerned. Only cosmetic: expiry is judged when a claim is
 * read. Never touches a prepared seat, because it deletes rows in state held alone.
 */
export async function sweepExpiredHolds(airline: Airline): Promise<string[]> {
  const now = airline.clock.now();
  const expired = and(eq(seatClaims.state, 'held'), lt(seatClaims.holdUntil, now));
  const victims = airline.db
    .select({ place: sql`${seatClaims.legId}, ${seatClaims.seat}` })
    .from(seatClaims)
    .where(expired)
    .limit(batchSize)
    .for('update', { skipLocked: true });
  const gone = await airline.db
    .delete(seatClaims)
    .where(and(expired, inArray(sql`(${seatClaims.legId}, ${seatClaims.seat})`, victims)))
    .returning({ legId: seatClaims.legId });
  await airline.db.delete(draftHolds).where(lt(draftHolds.holdUntil, now));
  return [...new Set(gone.map(({ legId }) => legId))];
}
