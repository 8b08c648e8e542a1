import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { seatClaims } from '@/db/schema';
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

/** The decision was commit: the prepared seats of this global transaction are sold. */
export async function sellSeats(
  tx: Tx,
  wanted: readonly SeatsOfLeg[],
  globalTransactionId: string,
): Promise<void> {
  for (const item of inLockOrder(wanted)) {
    const sold = await tx
      .update(seatClaims)
      .set({ state: 'sold' })
      .where(ofTransaction(item, globalTransactionId, 'prepared'))
      .returning({ seat: seatClaims.seat });
    invariant(sold.length === item.seats.length, 'every seat that is sold was prepared');
  }
}

/** The decision was abort: the prepared seats of this global transaction are free again. */
export async function releasePreparedSeats(
  tx: Tx,
  wanted: readonly SeatsOfLeg[],
  globalTransactionId: string,
): Promise<void> {
  for (const item of inLockOrder(wanted))
    await tx.delete(seatClaims).where(ofTransaction(item, globalTransactionId, 'prepared'));
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
