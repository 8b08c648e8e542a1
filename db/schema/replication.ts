import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { BookingHeader, BookingPart } from '@/server/domain/booking';
import type { RecordLocator } from '@/server/domain/record-locator';
import { instant } from './columns';

/** A 64-bit transaction number of PostgreSQL that never wraps. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * What changed here and is not in the change log yet: one row per change, written in the `tx` that makes it. It names the
 * entity; its state is read when the change is sequenced.
 */
export const outbox = pgTable('outbox', {
  place: bigint('place', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** The writer's: changes are sequenced when no older transaction can still commit. */
  xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
  entity: text('entity').notNull(),
  entityId: text('entity_id').notNull(),
});

/**
 * The change log of every airline, as far as it is known here and not trimmed: batches as their origin signed them.
 * `body` is the signed text itself, so that any airline can pass it on.
 */
export const changeBatches = pgTable(
  'change_batches',
  {
    origin: text('origin').$type<AirlineCode>().notNull(),
    epoch: integer('epoch').notNull(),
    firstSeq: bigint('first_seq', { mode: 'number' }).notNull(),
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull(),
    /** Hybrid timestamp of the origin when it sequenced the batch. */
    stamp: text('stamp').notNull(),
    kid: text('kid').notNull(),
    signature: text('signature').notNull(),
    body: text('body').notNull(),
    /** When it was stored here; decides, with the peers' progress, when it may be trimmed. */
    storedAt: instant('stored_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.origin, table.epoch, table.firstSeq] }),
    check('change_batches_seq', sql`0 < ${table.firstSeq} and ${table.firstSeq} <= ${table.lastSeq}`),
  ],
);

/** How far a snapshot of an origin has been copied: continued where it stopped, also after a restart. */
export type BootstrapPosition = { epoch: number; seq: number; entity: string; after: string | null };

/**
 * This airline's version vector: for every origin the last entry of its change log that is here, the own one included.
 * Its row is locked by whoever extends that log here.
 */
export const changeLogs = pgTable('change_logs', {
  origin: text('origin').$type<AirlineCode>().primaryKey(),
  /** A new epoch is a new log: the origin's memory epoch, raised when it recovers from a loss. */
  epoch: integer('epoch').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  /** Of a peer: everything that it had published at this instant is here. */
  asOf: instant('as_of'),
  bootstrap: jsonb('bootstrap').$type<BootstrapPosition>(),
  /** When a snapshot last replaced its copies; indexes read everything again. */
  bootstrappedAt: instant('bootstrapped_at'),
});

/** How far each peer has come with each log, as its last question said. What nobody needs may be trimmed. */
export const peerProgress = pgTable(
  'peer_progress',
  {
    peer: text('peer').$type<AirlineCode>().notNull(),
    origin: text('origin').$type<AirlineCode>().notNull(),
    epoch: integer('epoch').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.peer, table.origin] })],
);

export const setAsideReasons = ['foreign', 'future', 'unknown', 'unreadable'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** Entries that are in the log and could not be applied: tried again after an upgrade, or when their time has come. */
export const setAsideChanges = pgTable(
  'set_aside_changes',
  {
    origin: text('origin').$type<AirlineCode>().notNull(),
    epoch: integer('epoch').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    /** As it stood in the log: a deployment that is older than its `schema` must not read it. */
    state: jsonb('state').$type<{ schema: number; state: unknown }>().notNull(),
    reason: text('reason').$type<SetAsideReason>().notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.origin, table.epoch, table.seq] }),
    check('set_aside_changes_reason', sql`${table.reason} in ('foreign', 'future', 'unknown', 'unreadable')`),
  ],
);

/** What each airline that sold or issued a booking has published of it: its header and its own part, without names. */
export const bookingCopies = pgTable(
  'booking_copies',
  {
    recordLocator: text('record_locator').$type<RecordLocator>().notNull(),
    origin: text('origin').$type<AirlineCode>().notNull(),
    customerId: uuid('customer_id').notNull(),
    header: jsonb('header').$type<BookingHeader>().notNull(),
    part: jsonb('part').$type<BookingPart>(),
    /** Place in its origin's log; 0 for what was told directly, before the log. */
    changeSeq: bigint('change_seq', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordLocator, table.origin] }),
    index('booking_copies_by_customer').on(table.customerId),
    index('booking_copies_by_origin').on(table.origin, table.recordLocator),
  ],
);
