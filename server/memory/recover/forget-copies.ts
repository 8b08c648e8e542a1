import { inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeBatches, changeLogs, setAsideChanges } from '@/db/schema';
import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';

/**
 * Whatever this airline had copied of its peers may be of long ago, and what was lost of accounts that any airline may
 * write is in nobody's log: each peer's snapshot replaces it all. One that is away may be copied from another's log.
 */
export async function forgetCopies(tx: Tx, airline: Airline, without: readonly AirlineCode[]): Promise<void> {
  const peers = [...airline.peers.codes];
  await tx.delete(changeBatches).where(inArray(changeBatches.origin, peers));
  await tx.delete(setAsideChanges).where(inArray(setAsideChanges.origin, peers));
  await tx.delete(changeLogs).where(inArray(changeLogs.origin, peers));
  // An epoch that no log has: the next question to such a peer ends in its snapshot.
  const asked = peers.filter((peer) => !without.includes(peer));
  if (asked.length > 0)
    await tx.insert(changeLogs).values(asked.map((origin) => ({ origin, epoch: 0, seq: 0 })));
}
