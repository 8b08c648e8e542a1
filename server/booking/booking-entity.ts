import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { bookingCopies, bookings } from '@/db/schema';
import { type RecordLocator, recordLocatorSchema } from '../domain/record-locator';
import type { EntityState, LogOwner, ReplicatedEntity } from '../replication/entity';
import { applyBookings } from './apply-bookings';
import { sumBookings } from './checksum-bookings';
import { heldBy } from './headers';
import { bookingEntityName } from './note-bookings';
import { stateBookings, withOwnParts } from './state-bookings';
import type { StatedBooking } from './statement';

/**
 * A booking, as each airline that sold or issued it states it: its header and that airline's own part. The id is the
 * record locator, and every airline of the booking has its own entity of that id. Names, documents and contact stay with
 * who flies the passengers.
 */
export const bookingEntity: ReplicatedEntity = {
  name: bookingEntityName,
  schemaVersion: 1,
  listOwnIds,
  readStates,
  apply: applyBookings,
  readPage,
  sweep: async (tx, _airline, { origin, seq }) => {
    await tx
      .delete(bookingCopies)
      .where(and(eq(bookingCopies.origin, origin), ne(bookingCopies.changeSeq, seq)));
  },
  checksum: (db, owner, origin) =>
    sumBookings((after) =>
      origin === owner.code ? readPage(db, owner, { after, limit: pageSize }) : readCopies(db, origin, after),
    ),
};

const pageSize = 500;

async function listOwnIds(db: Database | Tx, owner: LogOwner): Promise<string[]> {
  const rows = await db
    .select({ id: bookings.recordLocator })
    .from(bookings)
    .where(heldBy(owner.code))
    .orderBy(asc(bookings.recordLocator));
  return rows.map(({ id }) => id);
}

async function readStates(
  db: Database | Tx,
  owner: LogOwner,
  ids: readonly string[],
): Promise<EntityState[]> {
  const locators = ids.flatMap((id) => recordLocatorSchema.safeParse(id).data ?? []);
  return (await stateBookings(db, owner.code, locators)).map(entityOf);
}

async function readPage(
  db: Database | Tx,
  owner: LogOwner,
  { after, limit }: { after: string | null; limit: number },
): Promise<EntityState[]> {
  const rows = await db
    .select()
    .from(bookings)
    .where(and(heldBy(owner.code), gt(bookings.recordLocator, (after ?? '') as RecordLocator)))
    .orderBy(asc(bookings.recordLocator))
    .limit(limit);
  return (await withOwnParts(db, owner.code, rows)).map(entityOf);
}

async function readCopies(
  db: Database | Tx,
  origin: LogOwner['code'],
  after: string | null,
): Promise<EntityState[]> {
  const rows = await db
    .select({ header: bookingCopies.header, part: bookingCopies.part })
    .from(bookingCopies)
    .where(
      and(eq(bookingCopies.origin, origin), gt(bookingCopies.recordLocator, (after ?? '') as RecordLocator)),
    )
    .orderBy(asc(bookingCopies.recordLocator))
    .limit(pageSize);
  return rows.map(entityOf);
}

function entityOf(state: StatedBooking): EntityState {
  return { id: state.header.recordLocator, state };
}
