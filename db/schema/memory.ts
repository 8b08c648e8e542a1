import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { RecordLocator } from '@/server/domain/record-locator';
import { instant } from './columns';

export const memoryStates = ['remembers', 'amnesiac'] as const;
export type MemoryState = (typeof memoryStates)[number];

/** What this database is: compared with what PostgreSQL says at every start. One row. */
export const memory = pgTable(
  'memory',
  {
    onlyRow: boolean('only_row').primaryKey().default(true),
    /** Null where the server does not tell. */
    systemIdentifier: text('system_identifier'),
    databaseOid: bigint('database_oid', { mode: 'number' }).notNull(),
    timeline: integer('timeline').notNull(),
    /** Raised by every `passcom recover`; what peers have seen of an earlier epoch is settled. */
    epoch: integer('epoch').notNull(),
    state: text('state').$type<MemoryState>().notNull(),
    /** Why it is amnesiac. */
    reason: text('reason'),
    since: instant('since').notNull(),
  },
  (table) => [
    check('memory_only_row', sql`${table.onlyRow}`),
    check('memory_epoch', sql`${table.epoch} > 0`),
    check('memory_state', sql`${table.state} in ('remembers', 'amnesiac')`),
    check('memory_reason', sql`(${table.state} = 'amnesiac') = (${table.reason} is not null)`),
  ],
);

/** Every run of PostgreSQL under this database in the present epoch, in order, with the end of its log when it was first seen. */
export const memoryRuns = pgTable(
  'memory_runs',
  {
    place: integer('place').primaryKey().generatedAlwaysAsIdentity(),
    run: text('run').notNull(),
    startedAtLsn: bigint('started_at_lsn', { mode: 'number' }).notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [uniqueIndex('memory_runs_run').on(table.run)],
);

/** How far each peer's memory has been seen here; a copy of it that knows less has forgotten something. */
export const peerMemories = pgTable('peer_memories', {
  airline: text('airline').$type<AirlineCode>().primaryKey(),
  epoch: integer('epoch').notNull(),
  run: text('run').notNull(),
  lsn: bigint('lsn', { mode: 'number' }).notNull(),
  seenAt: instant('seen_at').notNull(),
});

/**
 * Global transactions that no airline could decide when this one recovered without one of its peers: it may have voted
 * in them and forgotten, so it takes no part in them and only learns how they end.
 */
export const abstentions = pgTable('abstentions', {
  globalTransactionId: uuid('global_transaction_id').primaryKey(),
  since: instant('since').notNull(),
});

/** Sales that came back from the peers' memory without their passengers, whose data only this airline had: staff calls. */
export const forgottenPassengers = pgTable('forgotten_passengers', {
  recordLocator: text('record_locator').$type<RecordLocator>().primaryKey(),
  globalTransactionId: uuid('global_transaction_id').notNull(),
  issuer: text('issuer').$type<AirlineCode>().notNull(),
  passengerCount: smallint('passenger_count').notNull(),
  notedAt: instant('noted_at').notNull(),
});

/** Every finished `passcom recover`: without whom the operator took the risk, and what it did. */
export const recoveries = pgTable('recoveries', {
  epoch: integer('epoch').primaryKey(),
  without: text('without').array().$type<AirlineCode[]>().notNull(),
  reason: text('reason'),
  report: jsonb('report').$type<unknown>().notNull(),
  finishedAt: instant('finished_at').notNull(),
});
