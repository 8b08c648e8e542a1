import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { catalogues } from '@/db/schema';
import { noteBookingsOfLegs } from '@/server/booking/note-bookings';
import { legEntity } from '@/server/catalogue/leg-entity';
import type { AirlineCode } from '@/server/domain/airline-code';
import { noteChanges } from '@/server/replication/change-log/note-changes';
import { notifyChanges } from '@/server/replication/notify-changes';
import type { LegChange, LegRow } from './compare-legs';

/** Rows of one statement: about 1.3 MB of JSON, far below what Postgres takes and small enough to show progress in locks. */
const batchRows = 5_000;

/**
 * Writes all changes, each with the next number after `lastSeq`, and notes them, with the bookings on them, for the peers
 * and the open pages. Which seats are taken and held stays: claims do not move with a schedule. The caller holds the
 * catalogue's lock.
 */
export async function writeLegs(
  tx: Tx,
  airline: AirlineCode,
  { changes, lastSeq }: { changes: readonly LegChange[]; lastSeq: number },
): Promise<void> {
  const numbered = changes.map(({ kind, next }, index) => ({
    kind,
    row: { ...next, changeSeq: lastSeq + 1 + index },
  }));
  const rowsOf = (isNew: boolean) =>
    numbered.flatMap(({ kind, row }) => ((kind === 'added') === isNew ? [row] : []));
  for (const batch of inBatches(rowsOf(true))) await insertLegs(tx, batch);
  for (const batch of inBatches(rowsOf(false))) await updateLegs(tx, batch);
  await tx
    .update(catalogues)
    .set({ changeSeq: lastSeq + numbered.length })
    .where(eq(catalogues.airline, airline));
  const ids = changes.map(({ next }) => next.legId);
  await noteChanges(tx, { entity: legEntity.name, ids });
  await noteBookingsOfLegs(
    tx,
    changes.flatMap(({ kind, next }) => (kind === 'added' ? [] : [next.legId])),
  );
  await notifyChanges(tx, airline, ids);
}

type NumberedRow = LegRow & { changeSeq: number };

/** The rows as a table; one text parameter costs less than fourteen arrays. */
const recordset = (
  rows: readonly NumberedRow[],
) => sql`json_to_recordset(${JSON.stringify(rows)}::json) as row(
  "legId" text, airline text, "flightNumber" integer, "serviceDate" date, origin text, destination text,
  "departsAt" timestamptz, "arrivesAt" timestamptz, aircraft text, cabin text, "fareCents" integer,
  "seatsLeft" smallint, status text, "changeSeq" bigint)`;

async function insertLegs(tx: Tx, rows: readonly NumberedRow[]): Promise<void> {
  await tx.execute(sql`
    insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
      aircraft, cabin, fare_cents, seats_left, status, change_seq)
    select "legId", airline, "flightNumber", "serviceDate", origin, destination, "departsAt", "arrivesAt",
      aircraft, cabin, "fareCents", "seatsLeft", status, "changeSeq"
    from ${recordset(rows)}`);
}

async function updateLegs(tx: Tx, rows: readonly NumberedRow[]): Promise<void> {
  await tx.execute(sql`
    update legs set destination = row.destination, departs_at = row."departsAt", arrives_at = row."arrivesAt",
      aircraft = row.aircraft, cabin = row.cabin, seats_left = row."seatsLeft", status = row.status,
      change_seq = row."changeSeq"
    from ${recordset(rows)}
    where legs.leg_id = row."legId"`);
}

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchRows) yield items.slice(start, start + batchRows);
}
