import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { seatClaims } from '@/db/schema';
import type { Airline } from '../airline';
import { Refusal } from '../errors';
import type { SeatsOfLeg } from './claims';

/**
 * One look without a lock before a `tx` is spent: throws `SEAT_TAKEN` when a seat is sold or blocked, unless by this very
 * global transaction. Most of a rush for one seat is refused here; whoever passes still has to win the seat.
 */
export async function refuseSoldSeats(
  airline: Airline,
  { wanted, globalTransactionId }: { wanted: readonly SeatsOfLeg[]; globalTransactionId: string },
): Promise<void> {
  for (const { legId, seats } of wanted) {
    const [gone] = await airline.db
      .select({ seat: seatClaims.seat })
      .from(seatClaims)
      .where(
        and(
          eq(seatClaims.legId, legId),
          inArray(seatClaims.seat, [...seats]),
          inArray(seatClaims.state, ['sold', 'blocked']),
          or(isNull(seatClaims.globalTransactionId), ne(seatClaims.globalTransactionId, globalTransactionId)),
        ),
      )
      .limit(1);
    if (gone) throw new Refusal('SEAT_TAKEN', { airline: airline.code, legId, seat: gone.seat });
  }
}
