import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { inLockOrder, type SeatsOfLeg } from '../../inventory/claims';

export type SeatsRecalled = { wanted: readonly SeatsOfLeg[]; globalTransactionId: string; now: Date };

/**
 * Takes seats for a transaction that had them before they were forgotten: free ones, and held ones, since a hold promises
 * less than a sale. Returns those that another transaction has taken meanwhile.
 */
export async function takeSeats(
  tx: Tx,
  state: 'prepared' | 'sold',
  { wanted, globalTransactionId, now }: SeatsRecalled,
): Promise<{ legId: string; seat: string }[]> {
  const lost: { legId: string; seat: string }[] = [];
  for (const { legId, seats } of inLockOrder(wanted)) {
    const taken = await tx.execute<{ seat: string }>(sql`
      insert into seat_claims (leg_id, seat, state, claimed_at, global_transaction_id)
      select ${legId}, seat, ${state}, ${now.toISOString()}::timestamptz, ${globalTransactionId}::uuid
      from unnest(${sql.param(seats.toSorted())}::text[]) as seat
      on conflict (leg_id, seat) do update set
        state = excluded.state, claimed_at = excluded.claimed_at, hold_until = null, customer_id = null,
        booking_draft_id = null, global_transaction_id = excluded.global_transaction_id
      where seat_claims.state = 'held' or seat_claims.global_transaction_id = excluded.global_transaction_id
      returning seat`);
    const got = taken.map(({ seat }) => seat);
    lost.push(...seats.filter((seat) => !got.includes(seat)).map((seat) => ({ legId, seat })));
  }
  return lost;
}
