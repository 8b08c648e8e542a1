import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { BookingPart, BookingState } from '@/server/domain/booking';
import type { CouponState } from '@/server/domain/e-ticket';
import type { LegId } from '@/server/domain/leg';
import type { RecordLocator } from '@/server/domain/record-locator';
import { instant } from './columns';

/** The immutable header of a booking as its manifest stated it, and its state; at every airline that sold or issued it. */
export const bookings = pgTable(
  'bookings',
  {
    recordLocator: text('record_locator').$type<RecordLocator>().primaryKey(),
    globalTransactionId: uuid('global_transaction_id').notNull().unique(),
    issuer: text('issuer').$type<AirlineCode>().notNull(),
    customerId: uuid('customer_id').notNull(),
    state: text('state').$type<BookingState>().notNull(),
    participants: text('participants').array().$type<AirlineCode[]>().notNull(),
    passengerCount: smallint('passenger_count').notNull(),
    totalCents: integer('total_cents').notNull(),
    /** When the customer's purchase was accepted: the 24 h of free cancellation count from here. */
    bookedAt: instant('booked_at').notNull(),
    /** The cancellation that holds this booking while it is undecided. */
    cancellingId: uuid('cancelling_id'),
    cancelledAt: instant('cancelled_at'),
    refundCents: integer('refund_cents'),
  },
  (table) => [
    index('bookings_by_customer').on(table.customerId, table.bookedAt),
    check('bookings_state', sql`${table.state} in ('confirmed', 'cancelled')`),
    check('bookings_cancelled', sql`(${table.state} = 'cancelled') = (${table.cancelledAt} is not null)`),
  ],
);

/** Every locator that this airline has issued: to a booking, or to its own part of a peer's. */
export const recordLocators = pgTable('record_locators', {
  locator: text('locator').$type<RecordLocator>().primaryKey(),
  globalTransactionId: uuid('global_transaction_id').notNull(),
});

/** What each airline of a booking has said of its own part: its locator, legs, seats and e-tickets. Own part: the truth. */
export const bookingParts = pgTable(
  'booking_parts',
  {
    recordLocator: text('record_locator').$type<RecordLocator>().notNull(),
    airline: text('airline').$type<AirlineCode>().notNull(),
    part: jsonb('part').$type<BookingPart>().notNull(),
    asOf: instant('as_of').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordLocator, table.airline] })],
);

/** Passengers of the legs that this airline operates, and no others (LGPD: disclosure on need). */
export const passengers = pgTable(
  'passengers',
  {
    recordLocator: text('record_locator').$type<RecordLocator>().notNull(),
    passengerIndex: smallint('passenger_index').notNull(),
    name: text('name').notNull(),
    birthDate: text('birth_date').notNull(),
    documentKind: text('document_kind').$type<'cpf' | 'passport'>().notNull(),
    documentNumber: text('document_number').notNull(),
    contactEmail: text('contact_email').notNull(),
    contactPhone: text('contact_phone'),
  },
  (table) => [primaryKey({ columns: [table.recordLocator, table.passengerIndex] })],
);

/** One leg of one passenger. Leg-keyed: the unique index is the proof that a seat is used once. */
export const coupons = pgTable(
  'coupons',
  {
    legId: text('leg_id').$type<LegId>().notNull(),
    eTicketNumber: text('e_ticket_number').notNull(),
    couponNumber: smallint('coupon_number').notNull(),
    recordLocator: text('record_locator').$type<RecordLocator>().notNull(),
    passengerIndex: smallint('passenger_index').notNull(),
    seat: text('seat').notNull(),
    fareCents: integer('fare_cents').notNull(),
    surchargeCents: integer('surcharge_cents').notNull(),
    state: text('state').$type<CouponState>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.legId, table.eTicketNumber] }),
    uniqueIndex('coupons_one_per_seat')
      .on(table.legId, table.seat)
      .where(sql`${table.state} in ('open', 'checked-in', 'flown')`),
    index('coupons_by_locator').on(table.recordLocator, table.legId),
    check('coupons_state', sql`${table.state} in ('open', 'checked-in', 'flown', 'refunded', 'void')`),
  ],
);

/** Serial numbers of this airline's e-tickets; gaps are allowed, repeats are not. */
export const eTicketSerial = pgSequence('e_ticket_serial', { startWith: 1 });

/** A customer's unfinished purchase at this site: which legs, which holds, which passengers. Never replicated. */
export const bookingDrafts = pgTable('booking_drafts', {
  id: uuid('id').primaryKey(),
  /** The browser that started it (an unguessable cookie): before sign-in, the only proof of whose draft it is. */
  visitorId: uuid('visitor_id').notNull(),
  customerId: uuid('customer_id'),
  legIds: text('leg_ids').array().$type<LegId[]>().notNull(),
  passengerCount: smallint('passenger_count').notNull(),
  /** Passengers and contact as typed; erased when the purchase ends. */
  details: jsonb('details').$type<unknown>(),
  idempotencyKey: uuid('idempotency_key').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Holds that this site obtained for a draft, at itself or at a peer. The owner's row is the truth; this is the receipt. */
export const draftHolds = pgTable(
  'draft_holds',
  {
    bookingDraftId: uuid('booking_draft_id').notNull(),
    legId: text('leg_id').$type<LegId>().notNull(),
    seats: text('seats').array().notNull(),
    holdUntil: instant('hold_until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingDraftId, table.legId] })],
);
