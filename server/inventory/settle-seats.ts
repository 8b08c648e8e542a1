import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { globalTransactions, seatClaims } from '@/db/schema';
import type { Decision } from '@/db/schema/global-transactions';
import { invariant } from '../assert';
import { inLockOrder, type SeatsOfLeg } from './claims';

function ofTransaction(
  { legId, seats }: SeatsOfLeg,
  globalTransactionId: string,
  state: 'prepared' | 'sold',
) {
  return and(
    eq(seatClaims.legId, legId),
    inArray(seatClaims.seat, [...seats]),
    eq(seatClaims.globalTransactionId, globalTransactionId),
    eq(seatClaims.state, state),
  );
}

/**
 * True where this transaction's row, as the same `tx` has stored it, says so. Each statement that takes a claim out of
 * `prepared` asks; a trigger on a table with leg ids could not be distributed (docs/operations.md).
 */
function isDecided(globalTransactionId: string, decision: Decision) {
  const { id, decision: column } = globalTransactions;
  return sql`exists (select from ${globalTransactions} where ${id} = ${globalTransactionId} and ${column} = ${decision})`;
}

/** The decision, stored before in this `tx`, was commit: the prepared seats of this global transaction are sold. */
export async function sellSeats(
  tx: Tx,
  wanted: readonly SeatsOfLeg[],
  globalTransactionId: string,
): Promise<void> {
  for (const item of inLockOrder(wanted)) {
    const sold = await tx
      .update(seatClaims)
      .set({ state: 'sold' })
      .where(
        and(ofTransaction(item, globalTransactionId, 'prepared'), isDecided(globalTransactionId, 'commit')),
      )
      .returning({ seat: seatClaims.seat });
    invariant(
      sold.length === item.seats.length,
      'every seat that is sold was prepared, by a committed transaction',
    );
  }
}

/**
 * The decision, stored before in this `tx`, was abort: the prepared seats of this global transaction are free again.
 * Seats that it never prepared are left alone.
 */
export async function releasePreparedSeats(
  tx: Tx,
  wanted: readonly SeatsOfLeg[],
  globalTransactionId: string,
): Promise<void> {
  for (const item of inLockOrder(wanted)) {
    const prepared = ofTransaction(item, globalTransactionId, 'prepared');
    const freed = await tx
      .delete(seatClaims)
      .where(and(prepared, isDecided(globalTransactionId, 'abort')))
      .returning({ seat: seatClaims.seat });
    if (freed.length === item.seats.length) continue;
    const kept = await tx.select({ seat: seatClaims.seat }).from(seatClaims).where(prepared);
    invariant(kept.length === 0, 'prepared seats are freed by an aborted transaction alone');
  }
}

/** A booking is cancelled: the seats that its purchase sold are free again. */
export async function releaseSoldSeats(
  tx: Tx,
  wanted: readonly SeatsOfLeg[],
  globalTransactionId: string,
): Promise<void> {
  for (const item of inLockOrder(wanted)) {
    const freed = await tx
      .delete(seatClaims)
      .where(ofTransaction(item, globalTransactionId, 'sold'))
      .returning({ seat: seatClaims.seat });
    invariant(freed.length === item.seats.length, 'every seat that is given back was sold');
  }
}
