import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { catalogues, legs } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { parseLegId } from '../domain/leg';
import type { CatalogueLeg, CataloguePage } from './catalogue-messages';
import { lockCatalogue } from './lock-catalogue';

export type PageToApply = {
  origin: AirlineCode;
  /** The cursor with which the page was asked for. */
  after: number;
  page: CataloguePage;
  /** When it was asked for: the copy is at least this new once it has caught up. */
  askedAt: Date;
  /** The origin began its catalogue anew: what was copied before is void. */
  isFresh: boolean;
};

/**
 * Writes a checked page and moves the cursor, in one tx. Each leg carries its full state and its version, so applying a
 * page twice or late changes nothing. Returns false, and changes nothing, when somebody else moved the cursor meanwhile.
 */
export async function applyPage(airline: Airline, task: PageToApply): Promise<boolean> {
  const { origin, after, page, askedAt, isFresh } = task;
  return airline.db.transaction(async (tx) => {
    const cursor = await lockCatalogue(tx, origin);
    if (!isFresh && cursor !== after) return false;
    if (isFresh) await tx.delete(legs).where(eq(legs.airline, origin));
    if (page.legs.length > 0) await upsertLegs(tx, origin, page.legs);
    const hasCaughtUp = page.next === page.latest;
    await tx
      .update(catalogues)
      .set({ changeSeq: page.next, ...(isFresh && { asOf: null }), ...(hasCaughtUp && { asOf: askedAt }) })
      .where(eq(catalogues.airline, origin));
    return true;
  });
}

/** One text parameter for all rows: 2,000 in about 50 ms. */
async function upsertLegs(tx: Tx, origin: AirlineCode, changed: readonly CatalogueLeg[]): Promise<void> {
  const rows = changed.map((leg) => ({ ...leg, ...parseLegId(leg.legId) }));
  await tx.execute(sql`
    insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
      aircraft, cabin, fare_cents, seats_left, status, change_seq)
    select "legId", ${origin}, "flightNumber", "serviceDate", "from", "to", "departsAt", "arrivesAt",
      aircraft, cabin, "fareCents", "seatsLeft", status, "changeSeq"
    from json_to_recordset(${JSON.stringify(rows)}::json) as leg(
      "legId" text, "flightNumber" integer, "serviceDate" date, "from" text, "to" text,
      "departsAt" timestamptz, "arrivesAt" timestamptz, aircraft text, cabin text, "fareCents" integer,
      "seatsLeft" smallint, status text, "changeSeq" bigint)
    on conflict (leg_id) do update set
      destination = excluded.destination, departs_at = excluded.departs_at, arrives_at = excluded.arrives_at,
      aircraft = excluded.aircraft, cabin = excluded.cabin, fare_cents = excluded.fare_cents,
      seats_left = excluded.seats_left, status = excluded.status, change_seq = excluded.change_seq
    where legs.change_seq < excluded.change_seq`);
}
