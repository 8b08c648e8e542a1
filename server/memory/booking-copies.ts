import { and, asc, eq, gt, gte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { bookingParts, bookings, bookingCopies as copies } from '@/db/schema';
import type { Airline } from '../airline';
import { headerOf } from '../booking/headers';
import { bookingPartSchema } from '../booking/parts';
import type { AirlineCode } from '../domain/airline-code';
import type { RecordLocator } from '../domain/record-locator';
import { type BookingCopy, type bookingCopiesProcedure, recollectionsPerPage } from './messages';

type Asked = z.output<typeof bookingCopiesProcedure.input>;

/**
 * Answers `peer.bookingCopies`: bookings in which the caller flies, and its part as it told it here, by locator: what it
 * has published, or else what it said when it committed.
 */
export async function bookingCopies(
  airline: Airline,
  caller: AirlineCode,
  asked: Asked,
): Promise<{ copies: BookingCopy[] }> {
  const [published, held] = await Promise.all([
    readPublished(airline, caller, asked),
    readHeld(airline, caller, asked),
  ]);
  const byLocator = new Map(published.map((copy) => [copy.header.recordLocator, copy]));
  for (const { header, part } of held) {
    const copy = byLocator.get(header.recordLocator);
    const isNews = copy?.header.state !== 'cancelled';
    byLocator.set(header.recordLocator, {
      header: isNews ? header : copy.header,
      part: copy?.part ?? part,
    });
  }
  const inOrder = [...byLocator.values()].sort((a, b) =>
    a.header.recordLocator < b.header.recordLocator ? -1 : 1,
  );
  return { copies: inOrder.slice(0, recollectionsPerPage) };
}

function readPublished(
  { db }: Airline,
  caller: AirlineCode,
  { since, after }: Asked,
): Promise<BookingCopy[]> {
  return db
    .select({ header: copies.header, part: copies.part })
    .from(copies)
    .where(
      and(
        eq(copies.origin, caller),
        gt(copies.recordLocator, after as RecordLocator),
        sql`${copies.header}->>'bookedAt' >= ${new Date(since).toISOString()}`,
      ),
    )
    .orderBy(asc(copies.recordLocator))
    .limit(recollectionsPerPage);
}

async function readHeld(
  { db }: Airline,
  caller: AirlineCode,
  { since, after }: Asked,
): Promise<BookingCopy[]> {
  const told = and(eq(bookingParts.recordLocator, bookings.recordLocator), eq(bookingParts.airline, caller));
  const rows = await db
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
  return rows.map(({ booking, part }) => ({
    header: headerOf(booking),
    part: bookingPartSchema.nullable().parse(part),
  }));
}
