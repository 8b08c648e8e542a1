import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import { instant } from './columns';

/** A person who signs in and buys, at whichever airline the account was opened. */
export const customers = pgTable('customers', {
  id: uuid('id').primaryKey(),
  /** Lower case, trimmed. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** argon2id, PHC string. */
  passwordHash: text('password_hash').notNull(),
  /** Grows with each password change: a stale copy can never restore an old password. */
  credentialEpoch: integer('credential_epoch').notNull().default(1),
  homeAirline: text('home_airline').$type<AirlineCode>().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

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
