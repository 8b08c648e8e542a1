import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookingCopies } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import type { BookingHeader } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import type { Changes, Rejected } from '../replication/entity';
import { isSameSale } from './headers';
import { readStatement } from './statement';

type CopyRow = typeof bookingCopies.$inferInsert;

/**
 * Keeps what an airline has published of bookings, without names. foreign: it does not hold the booking, or the part is
 * another airline's. unreadable: no statement, or one that changes what a sale has fixed for ever.
 */
export async function applyBookings(
  tx: Tx,
  _airline: Airline,
  { origin, changes, isLate }: Changes,
): Promise<Rejected[]> {
  const rejected: Rejected[] = [];
  const heard: CopyRow[] = [];
  for (const { id, state, seq } of changes) {
    const statement = readStatement(origin, state);
    if ('reason' in statement) rejected.push({ seq, reason: statement.reason });
    else if (statement.header.recordLocator !== id) rejected.push({ seq, reason: 'unreadable' });
    else heard.push(copyOf(origin, statement, seq));
  }
  const known = await readHeaders(tx, origin, heard);
  const next = new Map<RecordLocator, CopyRow>();
  for (const row of heard) {
    const before = known.get(row.recordLocator);
    if (before && !isSameSale(before, row.header)) {
      rejected.push({ seq: row.changeSeq, reason: 'unreadable' });
      continue;
    }
    known.set(row.recordLocator, row.header);
    next.set(row.recordLocator, row);
  }
  await writeCopies(tx, [...next.values()], { isLate });
  return rejected;
}

type Statement = Pick<CopyRow, 'header' | 'part'>;

function copyOf(origin: AirlineCode, { header, part }: Statement, changeSeq: number): CopyRow {
  const { recordLocator, customerId } = header;
  return { recordLocator, origin, customerId, header, part, changeSeq };
}

async function readHeaders(
  tx: Tx,
  origin: AirlineCode,
  rows: readonly CopyRow[],
): Promise<Map<RecordLocator, BookingHeader>> {
  const locators = rows.map(({ recordLocator }) => recordLocator);
  const known = await tx
    .select({ recordLocator: bookingCopies.recordLocator, header: bookingCopies.header })
    .from(bookingCopies)
    .where(and(eq(bookingCopies.origin, origin), inArray(bookingCopies.recordLocator, locators)));
  return new Map(known.map(({ recordLocator, header }) => [recordLocator, header]));
}

/**
 * In the order of the locators: who marks one booking's copies as cancelled (`cancel-copies.ts`) at the same time can
 * then never wait for this in a circle. What was cancelled stays so, also where an entry from before comes after it.
 */
async function writeCopies(tx: Tx, rows: readonly CopyRow[], { isLate }: { isLate: boolean }): Promise<void> {
  if (rows.length === 0) return;
  const inOrder = rows.toSorted((a, b) => (a.recordLocator < b.recordLocator ? -1 : 1));
  const { header, changeSeq } = bookingCopies;
  await tx
    .insert(bookingCopies)
    .values(inOrder)
    .onConflictDoUpdate({
      target: [bookingCopies.recordLocator, bookingCopies.origin],
      set: {
        header: sql`case when ${header}->>'state' = 'cancelled' and excluded.header->>'state' = 'confirmed'
          then ${header} else excluded.header end`,
        part: sql`excluded.part`,
        changeSeq: sql`excluded.change_seq`,
      },
      setWhere: isLate ? sql`${changeSeq} <= excluded.change_seq` : undefined,
    });
}
