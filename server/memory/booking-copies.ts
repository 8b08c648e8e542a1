import { and, asc, eq, gt, gte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { bookingParts, bookings } from '@/db/schema';
import type { Airline } from '../airline';
import { headerOf } from '../booking/find-stored-booking';
import { bookingPartSchema } from '../booking/parts';
import type { AirlineCode } from '../domain/airline-code';
import type { RecordLocator } from '../domain/record-locator';
import { type BookingCopy, type bookingCopiesProcedure, recollectionsPerPage } from './messages';

/** Answers `peer.bookingCopies`: bookings in which the caller flies, and its part as it told it here, by locator. */
export async function bookingCopies(
  airline: Airline,
  caller: AirlineCode,
  { since, after }: z.output<typeof bookingCopiesProcedure.input>,
): Promise<{ copies: BookingCopy[] }> {
  const told = and(eq(bookingParts.recordLocator, bookings.recordLocator), eq(bookingParts.airline, caller));
  const rows = await airline.db
    .select({ booking: bookings, part: bookingParts.part })
    .from(bookings)
    .leftJoin(bookingParts, told)
    .where(
      and(
        sql`${caller} = any(${bookings.participants})`,
        gte(bookings.bookedAt, new Date(since)),
        gt(bookings.recordLocator, after as RecordLocator),
      ),
    )
    .orderBy(asc(bookings.recordLocator))
    .limit(recollectionsPerPage);
  return {
    copies: rows.map(({ booking, part }) => ({
      header: headerOf(booking),
      part: bookingPartSchema.nullable().parse(part),
    })),
  };
}
