import type { Tx } from '@/db/client';
import type { Airline } from '../airline';
import { Refusal } from '../errors';
import { type Claimant, inLockOrder, insertPrepared, readClaims, type SeatsOfLeg } from './claims';

export type SeatClaimed = { kind: 'prepared' } | { kind: 'contested'; legId: string; seat: string };

export type SeatsWanted = { wanted: readonly SeatsOfLeg[]; globalTransactionId: string; claimant: Claimant };

/**
 * Takes seats of this airline's legs for a global transaction. Throws `SEAT_TAKEN` when one is sold, blocked or held
 * by somebody else; `contested` means that another undecided transaction has one. Unless all are prepared the caller
 * undoes what was taken before, by rolling back.
 */
export async function prepareSeats(
  tx: Tx,
  airline: Airline,
  { wanted, globalTransactionId, claimant }: SeatsWanted,
): Promise<SeatClaimed> {
  const now = airline.clock.now();
  for (const item of inLockOrder(wanted)) {
    const got = await insertPrepared(tx, item, { ...claimant, now, globalTransactionId });
    const missing = item.seats.filter((seat) => !got.includes(seat));
    if (missing.length === 0) continue;
    const claims = await readClaims(tx, { legId: item.legId, seats: missing });
    const final = claims.find((claim) => claim.state !== 'prepared');
    if (final)
      throw new Refusal('SEAT_TAKEN', { airline: airline.code, legId: item.legId, seat: final.seat });
    return { kind: 'contested', legId: item.legId, seat: missing[0] ?? '' };
  }
  return { kind: 'prepared' };
}
