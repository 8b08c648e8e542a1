import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { catalogues } from '@/db/schema';
import type { AirlineCode } from '../domain/airline-code';

/**
 * Locks this airline's own catalogue until the tx ends, so that its changes commit in the order of their numbers. Returns
 * the number of the last one.
 */
export async function lockCatalogue(tx: Tx, airline: AirlineCode): Promise<number> {
  await tx.insert(catalogues).values({ airline }).onConflictDoNothing();
  const [row] = await tx
    .select({ changeSeq: catalogues.changeSeq })
    .from(catalogues)
    .where(eq(catalogues.airline, airline))
    .for('update');
  return row?.changeSeq ?? 0;
}
