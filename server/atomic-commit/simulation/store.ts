import type { GlobalTransaction } from '../transaction';
import { Locks } from './locks';
import type { SimulatedTx } from './simulated-tx';

export type StoredTransaction = { transaction: GlobalTransaction; createdAt: Date };

/**
 * A seat that somebody has. No claim: it is free. `by`: a customer's key while held, else a global transaction's id.
 * A hold ends by its owner's clock.
 */
export type Claim = { state: 'held' | 'prepared' | 'sold'; by: string; until?: Date };

/** Everything that an airline keeps on disk, by key. */
export type Records = {
  transaction: StoredTransaction;
  /** When the row is looked at again, by this airline's clock. */
  look: Date;
  claim: Claim;
  /** The customer's idempotency key: the transaction that it began. */
  request: string;
};

export type Table = keyof Records;

export type Write<Name extends Table = Table> = {
  [T in Name]: { table: T; key: string; before: Records[T] | null; after: Records[T] | null };
}[Name];

/** One airline's database in memory: what has been committed, and who has locked what. It survives every crash. */
export class Store {
  readonly tables: { [Name in Table]: Map<string, Records[Name]> } = {
    transaction: new Map(),
    look: new Map(),
    claim: new Map(),
    request: new Map(),
  };
  readonly locks = new Locks<SimulatedTx>();
  /** No connection can be had. */
  isDown = false;

  read<Name extends Table>(table: Name, key: string): Records[Name] | null {
    return this.tables[table].get(key) ?? null;
  }

  put<Name extends Table>(table: Name, key: string, record: Records[Name] | null): void {
    if (record === null) this.tables[table].delete(key);
    else this.tables[table].set(key, record);
  }
}
