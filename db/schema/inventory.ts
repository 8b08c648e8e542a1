import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { LegId } from '@/server/domain/leg';
import { instant } from './columns';

export const claimStates = ['held', 'prepared', 'sold', 'blocked'] as const;
export type ClaimState = (typeof claimStates)[number];

/**
 * Sparse inventory: a row takes a seat, no row means free. The primary key is the lock and the proof that a seat is
 * sold once. `claimed_at` stands in the row so that `ON CONFLICT … WHERE` needs no non-immutable function.
 */
export const seatClaims = pgTable(
  'seat_claims',
  {
    legId: text('leg_id').$type<LegId>().notNull(),
    seat: text('seat').notNull(),
    state: text('state').$type<ClaimState>().notNull(),
    claimedAt: instant('claimed_at').notNull().defaultNow(),
    /** Held: until when, by the owner's clock. */
    holdUntil: instant('hold_until'),
    /** Held: for which customer (null before sign-in) and which draft of a booking. */
    customerId: uuid('customer_id'),
    bookingDraftId: uuid('booking_draft_id'),
    /** Prepared and sold: by which global transaction. */
    globalTransactionId: uuid('global_transaction_id'),
  },
  (table) => [
    primaryKey({ columns: [table.legId, table.seat] }),
    index('seat_claims_by_draft').on(table.bookingDraftId, table.legId),
    index('seat_claims_by_hold').on(table.holdUntil),
    check('seat_claims_seat', sql`${table.seat} ~ '^[1-9][0-9]?[A-K]$'`),
    check(
      'seat_claims_state',
      sql`case ${table.state}
        when 'held' then ${table.holdUntil} is not null and ${table.bookingDraftId} is not null and ${table.globalTransactionId} is null
        when 'prepared' then ${table.holdUntil} is null and ${table.globalTransactionId} is not null
        when 'sold' then ${table.holdUntil} is null and ${table.globalTransactionId} is not null
        when 'blocked' then ${table.holdUntil} is null and ${table.globalTransactionId} is null
        else false end`,
    ),
  ],
);
