import { eq } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { globalTransactions } from '@/db/schema';
import { manifestSchema } from './manifest';
import type { GlobalTransaction, VoteRefusal } from './transaction';

type Row = typeof globalTransactions.$inferSelect;

function transactionOf(row: Row): GlobalTransaction {
  const {
    manifest,
    acceptedBallot,
    acceptedValue,
    refusal,
    resolveAt: _r,
    createdAt: _c,
    decidedAt: _d,
    ...same
  } = row;
  return {
    ...same,
    manifest: manifest === null ? null : manifestSchema.parse(manifest),
    accepted:
      acceptedBallot === null || acceptedValue === null
        ? null
        : { ballot: acceptedBallot, value: acceptedValue },
    refusal: refusal as VoteRefusal | null,
  };
}

/** What a participant was told in confidence is needed until the decision and no longer. */
function columnsOf(transaction: GlobalTransaction) {
  const { accepted, ...same } = transaction;
  const privateWork = transaction.decision === null ? transaction.privateWork : null;
  return {
    ...same,
    privateWork,
    acceptedBallot: accepted?.ballot ?? null,
    acceptedValue: accepted?.value ?? null,
  };
}

/** Reads and locks the row of a global transaction until the end of `tx`; null when this airline knows nothing of it. */
export async function lockTransaction(tx: Tx, id: string): Promise<GlobalTransaction | null> {
  const [row] = await tx.select().from(globalTransactions).where(eq(globalTransactions.id, id)).for('update');
  return row ? transactionOf(row) : null;
}

/** Reads a row without locking it. */
export async function findTransaction(db: Database | Tx, id: string): Promise<GlobalTransaction | null> {
  const [row] = await db.select().from(globalTransactions).where(eq(globalTransactions.id, id));
  return row ? transactionOf(row) : null;
}

/** Two first messages of one transaction met: the later `tx` starts again and finds the row of the earlier. */
export class TransactionRace extends Error {
  override readonly name = 'TransactionRace';
}

export type Instants = { now: Date; resolveAt: Date };

/** Stores a row for the first time. Throws `TransactionRace` when somebody else just did. */
export async function insertTransaction(
  tx: Tx,
  transaction: GlobalTransaction,
  { now, resolveAt }: Instants,
): Promise<void> {
  const inserted = await tx
    .insert(globalTransactions)
    .values({
      ...columnsOf(transaction),
      createdAt: now,
      resolveAt,
      decidedAt: transaction.decision ? now : null,
    })
    .onConflictDoNothing()
    .returning({ id: globalTransactions.id });
  if (inserted.length === 0) throw new TransactionRace(transaction.id);
}

/** Stores the new state of a locked row. */
export async function updateTransaction(
  tx: Tx,
  { before, after }: { before: GlobalTransaction; after: GlobalTransaction },
  now: Date,
): Promise<void> {
  const decidedNow = before.decision === null && after.decision !== null;
  await tx
    .update(globalTransactions)
    .set({ ...columnsOf(after), ...(decidedNow ? { decidedAt: now } : {}) })
    .where(eq(globalTransactions.id, after.id));
}
