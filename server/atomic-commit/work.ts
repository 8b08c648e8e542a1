import type { Tx } from '@/db/client';
import type { AirlineCode } from '../domain/airline-code';
import type { Vote } from './events';
import type { Place } from './place';
import type { GlobalTransaction } from './transaction';

/**
 * What a global transaction means here, supplied by whoever sells something. All but the first two run inside the `tx`
 * that stores the row, so that a vote and its seats, or a decision and its coupons, are durable together.
 */
export type Work = {
  /** Refuses a manifest that this airline could never vote on; throws a `Refusal`. Runs before any `tx`. */
  check(transaction: GlobalTransaction): Promise<void>;
  /** Takes a place among the transactions that want the same; whoever calls it must leave in the end. */
  lineUp(transaction: GlobalTransaction): Place;
  /** Takes what is asked for, or says why not. Throws `Contested` when another undecided transaction has it. */
  prepare(tx: Tx, transaction: GlobalTransaction): Promise<Vote>;
  /** The transaction is committed: at every airline that learns it; the row says what this one is in it. */
  commit(tx: Tx, transaction: GlobalTransaction): Promise<void>;
  /** The transaction is aborted: at each prepared participant, and at the coordinator. */
  abort(tx: Tx, transaction: GlobalTransaction): Promise<void>;
  /** What this participant tells the coordinator after a commit (its locator, its e-tickets). */
  receipt(transaction: GlobalTransaction): Promise<unknown>;
  /** The coordinator keeps what a participant told. */
  keepReceipt(
    tx: Tx,
    transaction: GlobalTransaction,
    receipt: { from: AirlineCode; content: unknown },
  ): Promise<void>;
  /** After a `tx` that moved the inventory: wakes who waits, refreshes what is published. Never throws. */
  afterDecision(transaction: GlobalTransaction): void;
};

/** Another undecided transaction has the seat: neither free nor sold, so wait instead of refusing. */
export class Contested extends Error {
  override readonly name = 'Contested';

  constructor(
    readonly legId: string,
    readonly seat: string,
  ) {
    super(`contested: ${legId} ${seat}`);
  }
}
