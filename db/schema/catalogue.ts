import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { Cabin } from '@/server/domain/cabin';
import type { LegId, LegStatus } from '@/server/domain/leg';
import { instant } from './columns';

/** Every leg this airline knows: its own (authoritative) and copies of the peers'. Leg-keyed: no triggers, no foreign keys. */
export const legs = pgTable(
  'legs',
  {
    legId: text('leg_id').$type<LegId>().primaryKey(),
    airline: text('airline').$type<AirlineCode>().notNull(),
    flightNumber: integer('flight_number').notNull(),
    serviceDate: date('service_date', { mode: 'string' }).notNull(),
    origin: text('origin').notNull(),
    destination: text('destination').notNull(),
    departsAt: instant('departs_at').notNull(),
    arrivesAt: instant('arrives_at').notNull(),
    aircraft: text('aircraft').notNull(),
    cabin: text('cabin').notNull(),
    fareCents: integer('fare_cents').notNull(),
    /** Published after the fact by the owner; advisory, never consulted by a sale. */
    seatsLeft: smallint('seats_left').notNull(),
    /** Published with `seatsLeft`: seats sold, about to be or blocked, and seats held; sorted designators. */
    takenSeats: text('taken_seats').array().notNull().default(sql`'{}'`),
    heldSeats: text('held_seats').array().notNull().default(sql`'{}'`),
    status: text('status').$type<LegStatus>().notNull().default('scheduled'),
    /** Own legs: number of the last change in the own catalogue. Copies: place of that change in the origin's log. */
    changeSeq: bigint('change_seq', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('legs_by_airline_change').on(table.airline, table.changeSeq, table.legId),
    index('legs_by_airline_service_date').on(table.airline, table.serviceDate, table.legId),
    check(
      'legs_id_names_airline',
      sql`starts_with(${table.legId}, ${table.airline} || ':' || ${table.flightNumber}::text || ':')`,
    ),
    check('legs_arrive_after_departure', sql`${table.arrivesAt} > ${table.departsAt}`),
    check('legs_fare_positive', sql`${table.fareCents} > 0`),
    check('legs_seats_left_not_negative', sql`${table.seatsLeft} >= 0`),
    check('legs_status', sql`${table.status} in ('scheduled', 'cancelled')`),
  ],
);

/** How far each airline's catalogue has come here: own = last change written, peer = last change applied. */
export const catalogues = pgTable('catalogues', {
  airline: text('airline').$type<AirlineCode>().primaryKey(),
  changeSeq: bigint('change_seq', { mode: 'number' }).notNull().default(0),
});

/** Cabin templates: this airline's own and copies of the peers', which price the seats of their legs. */
export const cabins = pgTable(
  'cabins',
  {
    airline: text('airline').$type<AirlineCode>().notNull(),
    code: text('code').notNull(),
    layout: jsonb('layout').$type<Cabin>().notNull(),
    /** Copies: place in the origin's log. */
    changeSeq: bigint('change_seq', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.airline, table.code] })],
);
