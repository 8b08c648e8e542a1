import { eq } from 'drizzle-orm';
import { requests } from '@/db/schema';
import type { Airline } from '../airline';
import type { DraftRow } from './draft-access';
import type { StoredResult } from './requests';

/** The purchase of a draft, decided or not; null before there is one, and after one that was refused. */
export async function findDraftPurchase(
  airline: Airline,
  { idempotencyKey }: DraftRow,
): Promise<{ globalTransactionId: string } | null> {
  const [row] = await airline.db
    .select({ globalTransactionId: requests.globalTransactionId, result: requests.result })
    .from(requests)
    .where(eq(requests.idempotencyKey, idempotencyKey));
  const result = row?.result as StoredResult | null | undefined;
  return row && result?.status !== 'refused' ? { globalTransactionId: row.globalTransactionId } : null;
}
