import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import { instant } from './columns';

export const coordinatorStates = ['none', 'preparing', 'committing', 'done'] as const;
export type CoordinatorState = (typeof coordinatorStates)[number];

export const participantStates = ['none', 'prepared', 'refused', 'sold', 'freed'] as const;
export type ParticipantState = (typeof participantStates)[number];

export type Decision = 'commit' | 'abort';

/**
 * One row per global transaction at each airline; it serves coordinator, participant and acceptor alike. Rows are
 * tombstones: they are never deleted, so that a late message meets the memory of its transaction.
 */
export const globalTransactions = pgTable(
  'global_transactions',
  {
    id: uuid('id').primaryKey(),
    coordinator: text('coordinator').$type<AirlineCode>().notNull(),
    /** Null only in a tombstone written before the manifest was known. */
    manifest: jsonb('manifest').$type<unknown>(),
    manifestHash: text('manifest_hash'),
    /** What only this participant is told: its own passengers' data. */
    privateWork: jsonb('private_work').$type<unknown>(),
    coordinatorState: text('coordinator_state').$type<CoordinatorState>().notNull().default('none'),
    participantState: text('participant_state').$type<ParticipantState>().notNull().default('none'),
    promised: integer('promised').notNull().default(0),
    acceptedBallot: integer('accepted_ballot'),
    acceptedValue: text('accepted_value').$type<Decision>(),
    decision: text('decision').$type<Decision>(),
    /** Airlines whose knowledge of a commit the coordinator has seen. */
    acknowledged: text('acknowledged').array().$type<AirlineCode[]>().notNull().default(sql`'{}'`),
    /** Why this participant voted no, or why the coordinator gave up. */
    refusal: jsonb('refusal').$type<unknown>(),
    /** When this airline looks at it again if nothing happens before; null: nothing is left to do here. */
    resolveAt: instant('resolve_at'),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    // For an airline that has lost its memory; costs next to nothing to keep.
    index('global_transactions_by_birth').using('brin', table.createdAt),
    index('global_transactions_due').on(table.resolveAt).where(sql`${table.resolveAt} is not null`),
    check(
      'global_transactions_coordinator_state',
      sql`${table.coordinatorState} in ('none', 'preparing', 'committing', 'done')`,
    ),
    check(
      'global_transactions_participant_state',
      sql`${table.participantState} in ('none', 'prepared', 'refused', 'sold', 'freed')`,
    ),
    check('global_transactions_decision', sql`${table.decision} in ('commit', 'abort')`),
    check(
      'global_transactions_accepted',
      sql`(${table.acceptedBallot} is null) = (${table.acceptedValue} is null) and ${table.acceptedValue} in ('commit', 'abort')`,
    ),
    check(
      'global_transactions_promise',
      sql`${table.promised} >= 0 and coalesce(${table.acceptedBallot}, 0) <= ${table.promised}`,
    ),
    check(
      'global_transactions_sold_is_decided',
      sql`${table.participantState} <> 'sold' or ${table.decision} is not distinct from 'commit'`,
    ),
    check(
      'global_transactions_freed_is_decided',
      sql`${table.participantState} not in ('refused', 'freed') or ${table.decision} is not distinct from 'abort'`,
    ),
    check(
      'global_transactions_undecided_is_due',
      sql`${table.decision} is not null or ${table.resolveAt} is not null`,
    ),
    check(
      'global_transactions_ballot',
      sql`coalesce(${table.acceptedBallot}, 0) >= 0 and (${table.acceptedBallot} is distinct from 0 or ${table.acceptedValue} = 'commit')`,
    ),
    check(
      'global_transactions_prepared_is_undecided',
      sql`${table.participantState} <> 'prepared' or ${table.decision} is null`,
    ),
    check(
      'global_transactions_coordinator_is_done_when_decided',
      sql`${table.coordinatorState} = 'none' or (${table.coordinatorState} = 'done') = (${table.decision} is not null)`,
    ),
    check(
      'global_transactions_committing_has_accepted',
      sql`${table.coordinatorState} <> 'committing' or ${table.acceptedBallot} is not null`,
    ),
    check('global_transactions_manifest', sql`(${table.manifest} is null) = (${table.manifestHash} is null)`),
  ],
);

/** The customer's idempotency keys: one intent, one global transaction, one answer. */
export const requests = pgTable(
  'requests',
  {
    customerId: uuid('customer_id').notNull(),
    idempotencyKey: uuid('idempotency_key').notNull(),
    /** SHA-256 of the canonical request: the same key with another body is refused. */
    requestHash: text('request_hash').notNull(),
    globalTransactionId: uuid('global_transaction_id').notNull(),
    /** The airline that was asked to do the whole purchase, when it is not this one. */
    delegatedTo: text('delegated_to').$type<AirlineCode>(),
    /** The final answer, once there is one. */
    result: jsonb('result').$type<unknown>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.idempotencyKey] }),
    index('requests_by_global_transaction').on(table.globalTransactionId),
  ],
);
