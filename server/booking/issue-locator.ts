import type { Tx } from '@/db/client';
import { recordLocators } from '@/db/schema';
import type { Airline } from '../airline';
import { mintRecordLocator, type RecordLocator } from '../domain/record-locator';

/** Issues a locator that this airline has never issued; the table's key decides, and a collision is drawn again. */
export async function issueLocator(
  tx: Tx,
  airline: Airline,
  globalTransactionId: string,
): Promise<RecordLocator> {
  for (;;) {
    const locator = mintRecordLocator(airline.code, airline.ids.randomIndex);
    if (await reserveLocator(tx, locator, globalTransactionId)) return locator;
  }
}

/** Takes this very locator for a transaction; false when it was issued before. */
export async function reserveLocator(
  tx: Tx,
  locator: RecordLocator,
  globalTransactionId: string,
): Promise<boolean> {
  const taken = await tx
    .insert(recordLocators)
    .values({ locator, globalTransactionId })
    .onConflictDoNothing()
    .returning({ locator: recordLocators.locator });
  return taken.length === 1;
}
