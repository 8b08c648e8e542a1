import type { Database, Tx } from '@/db/client';
import type { SetAsideReason } from '@/db/schema/replication';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';

/** The full state of one entity, as it stands in the change log: JSON, checked by whoever reads it. */
export type EntityState = { id: string; state: unknown };

/** Entries of one origin's log in their order; `seq` is their place in it. */
export type Changes = {
  origin: AirlineCode;
  changes: readonly (EntityState & { seq: number })[];
  /** True for an entry that was set aside: a newer one of the same entity may have been applied since and stays. */
  isLate: boolean;
};

/** An entry that was not applied, and why. */
export type Rejected = { seq: number; reason: SetAsideReason };

/** Equal where the same entities stand in the same state; `sum` does not depend on their order. */
export type Checksum = { count: number; sum: string };

/** What a verb here needs of an airline that has no peers at hand. */
export type LogOwner = Pick<Airline, 'code' | 'db' | 'clock' | 'log'>;

/** One airline and all that is replicated of it, in the order in which a new copy is built. */
export type Replication = { airline: Airline; entities: readonly ReplicatedEntity[] };

/**
 * One kind of thing that every airline has a copy of. Replication moves states and knows nothing of what they mean; who
 * owns the tables says here how to read, write and compare them.
 */
export type ReplicatedEntity = {
  name: string;
  /** Grows when a reader of the version before could misread a state; added fields do not count. */
  schemaVersion: number;
  /** Any airline writes any of them, so that only airlines that have heard the same of everybody have the same. */
  isWrittenByAny?: true;
  /** Ids of everything of this airline's own, for a log that begins. */
  listOwnIds(db: Database | Tx, owner: LogOwner): Promise<string[]>;
  /** States of own entities (of whatever this airline may publish) as they stand; ids without one are left out. */
  readStates(db: Database | Tx, owner: LogOwner, ids: readonly string[]): Promise<EntityState[]>;
  /** Writes copies. Twice, or a part of them again, ends in the same rows. A state of somebody else's entity is rejected. */
  apply(tx: Tx, airline: Airline, changes: Changes): Promise<Rejected[]>;
  /** A page of a snapshot: states after an id in the order of the ids, own ones only where the entity has one writer. */
  readPage(
    db: Database | Tx,
    owner: LogOwner,
    page: { after: string | null; limit: number },
  ): Promise<EntityState[]>;
  /** Forgets copies of an origin that its snapshot did not contain: those not written with place `seq`. */
  sweep(tx: Tx, airline: Airline, snapshot: { origin: AirlineCode; seq: number }): Promise<void>;
  /** Over everything of `origin` that is here; over all accounts where any airline may write. */
  checksum(db: Database | Tx, owner: LogOwner, origin: AirlineCode): Promise<Checksum>;
};
