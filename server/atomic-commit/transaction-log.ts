import { and, eq, gt, inArray, isNotNull, lte, or } from 'drizzle-orm';
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

/** The manifest is by far the longest and never changes: it is not written again with every step. */
function changedColumns(before: GlobalTransaction, after: GlobalTransaction) {
  const [old, all] = [columnsOf(before), columnsOf(after)];
  if (old.manifestHash === all.manifestHash) all.manifest = old.manifest;
  const names = Object.keys(all) as (keyof typeof all)[];
  return Object.fromEntries(names.filter((name) => old[name] !== all[name]).map((name) => [name, all[name]]));
}

/** Two first messages of one transaction met: the later `tx` starts again and finds the row of the earlier. */
export class TransactionRace extends Error {
  override readonly name = 'TransactionRace';
}

/** `lookAgainAt`: when this airline looks at the row again if nothing happens before; null when nothing is left to do. */
export type Instants = { now: Date; lookAgainAt: Date | null };

export type Change = { before: GlobalTransaction; after: GlobalTransaction; isFinished: boolean };

/** `tooFar`: a time beyond it was set by a clock that was wrong, and is due as well. */
export type DueRequest = { now: Date; tooFar: Date; until: Date; limit: number };

/** A row that somebody must look at, and when it was born. */
export type DueTransaction = { id: string; createdAt: Date };

/** Everything that the engine asks of its store; a simulation brings its own. */
export type TransactionLog = {
  /** Runs one local `tx`; resolves when it has committed. When it rejects, the outcome may be unknown. */
  inTx<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** A part of a `tx` that is undone alone when `run` throws. */
  savepoint<Result>(tx: Tx, run: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Reads and locks a row until the end of `tx`; null when this airline knows nothing of it. */
  lock(tx: Tx, id: string): Promise<GlobalTransaction | null>;
  /** Stores a row for the first time. Throws `TransactionRace` when somebody else just did. */
  insert(tx: Tx, transaction: GlobalTransaction, instants: Instants): Promise<void>;
  /** Stores the new state of a locked row. */
  update(tx: Tx, change: Change, now: Date): Promise<void>;
  /** Reads a row without locking it. */
  find(id: string): Promise<GlobalTransaction | null>;
  /**
   * Takes rows whose time has come, oldest first, and puts their time off to `until` in the same statement: of two
   * processes on one database only one gets each.
   */
  takeDue(request: DueRequest): Promise<DueTransaction[]>;
  /** Puts the time of an unfinished row to `at`. */
  lookAgain(id: string, at: Date): Promise<void>;
};

/** The transaction log of one airline, in its Postgres. */
export function postgresTransactionLog(db: Database): TransactionLog {
  return {
    inTx: (run) => db.transaction(run),
    savepoint: (tx, run) => tx.transaction(run),
    async lock(tx, id) {
      const [row] = await tx
        .select()
        .from(globalTransactions)
        .where(eq(globalTransactions.id, id))
        .for('update');
      return row ? transactionOf(row) : null;
    },
    async insert(tx, transaction, { now, lookAgainAt }) {
      const inserted = await tx
        .insert(globalTransactions)
        .values({
          ...columnsOf(transaction),
          createdAt: now,
          resolveAt: lookAgainAt,
          decidedAt: transaction.decision ? now : null,
        })
        .onConflictDoNothing()
        .returning({ id: globalTransactions.id });
      if (inserted.length === 0) throw new TransactionRace(transaction.id);
    },
    async update(tx, { before, after, isFinished }, now) {
      const decidedNow = before.decision === null && after.decision !== null;
      const changed = {
        ...changedColumns(before, after),
        ...(decidedNow ? { decidedAt: now } : {}),
        ...(isFinished ? { resolveAt: null } : {}),
      };
      if (Object.keys(changed).length === 0) return;
      await tx.update(globalTransactions).set(changed).where(eq(globalTransactions.id, after.id));
    },
    async find(id) {
      const [row] = await db.select().from(globalTransactions).where(eq(globalTransactions.id, id));
      return row ? transactionOf(row) : null;
    },
    takeDue: (request) => takeDue(db, request),
    async lookAgain(id, at) {
      await db
        .update(globalTransactions)
        .set({ resolveAt: at })
        .where(and(eq(globalTransactions.id, id), isNotNull(globalTransactions.resolveAt)));
    },
  };
}

function takeDue(db: Database, { now, tooFar, until, limit }: DueRequest): Promise<DueTransaction[]> {
  const { id, createdAt, resolveAt } = globalTransactions;
  const due = db
    .select({ id })
    .from(globalTransactions)
    .where(or(lte(resolveAt, now), gt(resolveAt, tooFar)))
    .orderBy(resolveAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(globalTransactions)
    .set({ resolveAt: until })
    .where(inArray(id, due))
    .returning({ id, createdAt });
}
