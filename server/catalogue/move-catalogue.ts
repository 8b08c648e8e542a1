import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { catalogues, changeLogs } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';

type Applied = { origin: AirlineCode; seq: number; isLate: boolean };

/**
 * Says how far the copy of a peer's legs has come, so that indexes read on from where they were. A leg that comes late
 * has a place that they have passed: they read this origin anew.
 */
export async function moveCatalogue(
  tx: Tx,
  airline: Airline,
  { origin, seq, isLate }: Applied,
): Promise<void> {
  if (isLate) {
    const now = airline.clock.now();
    await tx.update(changeLogs).set({ bootstrappedAt: now }).where(eq(changeLogs.origin, origin));
    return;
  }
  await tx
    .insert(catalogues)
    .values({ airline: origin, changeSeq: seq })
    .onConflictDoUpdate({ target: catalogues.airline, set: { changeSeq: seq } });
}
