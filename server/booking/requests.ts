import { and, eq } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { requests } from '@/db/schema';
import type { VoteRefusal } from '../atomic-commit/transaction';
import type { AirlineCode } from '../domain/airline-code';
import type { RecordLocator } from '../domain/record-locator';
import { Refusal } from '../errors';

/** The final answer to a purchase or cancellation, as it is stored and replayed. */
export type StoredResult =
  | { status: 'confirmed'; recordLocator: RecordLocator }
  | { status: 'refused'; refusal: VoteRefusal };

export type RequestKey = { customerId: string; idempotencyKey: string };

export type StoredRequest = Omit<typeof requests.$inferSelect, 'result'> & { result: StoredResult | null };

export type NewRequest = RequestKey & {
  requestHash: string;
  globalTransactionId: string;
  createdAt: Date;
  delegatedTo?: AirlineCode;
  result?: StoredResult;
};

/** Finds what was made of an idempotency key at this airline. */
export async function findRequest(
  db: Database | Tx,
  { customerId, idempotencyKey }: RequestKey,
): Promise<StoredRequest | null> {
  const [row] = await db
    .select()
    .from(requests)
    .where(and(eq(requests.customerId, customerId), eq(requests.idempotencyKey, idempotencyKey)));
  return row ? { ...row, result: row.result as StoredResult | null } : null;
}

/** The earlier request with this key, or null; throws `IDEMPOTENCY_MISMATCH` when it asked for something else. */
export async function findSameRequest(
  db: Database | Tx,
  key: RequestKey & { requestHash: string },
): Promise<StoredRequest | null> {
  const found = await findRequest(db, key);
  if (found && found.requestHash !== key.requestHash) throw new Refusal('IDEMPOTENCY_MISMATCH');
  return found;
}

/** Records a new request; false when its key was used before. */
export async function insertRequest(db: Database | Tx, request: NewRequest): Promise<boolean> {
  const inserted = await db
    .insert(requests)
    .values(request)
    .onConflictDoNothing()
    .returning({ key: requests.idempotencyKey });
  return inserted.length === 1;
}

/** Stores the final answer of the request that led to a global transaction. */
export async function recordResult(
  db: Database | Tx,
  globalTransactionId: string,
  result: StoredResult,
): Promise<void> {
  await db.update(requests).set({ result }).where(eq(requests.globalTransactionId, globalTransactionId));
}
