import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import { instant } from './columns';

/**
 * A person who signs in and buys, at whichever airline the account was opened. Every airline has a copy and may change
 * it. Two accounts may have been opened with one e-mail on two sides of a cut: one of them holds it, both are kept.
 */
export const customers = pgTable(
  'customers',
  {
    id: uuid('id').primaryKey(),
    /** The address that the account was opened with: lower case, trimmed. */
    email: text('email').notNull(),
    /** Of the accounts with this e-mail the one with the lowest (registeredStamp, id); follows from the rows here. */
    holdsEmail: boolean('holds_email').notNull(),
    name: text('name').notNull(),
    /** argon2id, PHC string. */
    passwordHash: text('password_hash').notNull(),
    /** Grows with each password change: a stale copy can never restore an old password. */
    credentialEpoch: integer('credential_epoch').notNull().default(1),
    homeAirline: text('home_airline').$type<AirlineCode>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Hybrid timestamp of the registration; compared as text, in SQL with collate "C". */
    registeredStamp: text('registered_stamp').notNull(),
    /** Hybrid timestamp of the last change of the name: the later one wins. */
    profileStamp: text('profile_stamp').notNull(),
    /** The account that this one was united with: its bookings are that one's too. Never taken back. */
    mergedInto: uuid('merged_into'),
  },
  (table) => [
    uniqueIndex('customers_email_holder').on(table.email).where(sql`${table.holdsEmail}`),
    index('customers_by_email').on(table.email),
    index('customers_by_merged_into').on(table.mergedInto).where(sql`${table.mergedInto} is not null`),
  ],
);

/** Requests counted per action, subject (account or address) and window; shared by all instances of this airline. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.action, table.subject, table.windowStart] }),
    index('rate_limits_by_window').on(table.windowStart),
  ],
);
