import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { LegId } from '../domain/leg';
import type { RecordLocator } from '../domain/record-locator';
import { noteChanges } from '../replication/change-log/note-changes';

/** What a booking is called in the change log. */
export const bookingEntityName = 'booking';

/** Notes in the caller's `tx` that what this airline has to say of these bookings has changed: the peers hear of it. */
export function noteBookings(tx: Tx, locators: readonly RecordLocator[]): Promise<void> {
  return noteChanges(tx, { entity: bookingEntityName, ids: locators });
}

/** The same for every booking with a seat on these own legs: their times have changed. */
export async function noteBookingsOfLegs(tx: Tx, legIds: readonly LegId[]): Promise<void> {
  const wanted = sql.param([...legIds]);
  const rows = await tx.execute<{ locator: RecordLocator }>(sql`
    select distinct record_locator as locator from coupons where leg_id = any(${wanted}::text[])`);
  await noteBookings(
    tx,
    rows.map(({ locator }) => locator),
  );
}
