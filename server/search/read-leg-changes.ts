import { type SQL, sql } from 'drizzle-orm';
import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { LegStatus } from '@/server/domain/leg';
import type { IndexedLeg } from './leg-index/leg-index';

/** A leg as its last change left it. */
export type LegChange = IndexedLeg & { status: LegStatus; changeSeq: number };

/** Legs read at once: large enough to be quick, so few that nobody waits for the rows of one answer to be read. */
const legsPerRead = 2_000;

/**
 * The legs of an airline that changed after that place, in the order of their last changes, some thousands at a time.
 * Changes are committed in the order of their numbers, so nothing can appear behind what was read. A leg that changes
 * meanwhile comes later, perhaps again, and is never left out: there is no upper end.
 */
export async function* readLegChanges(
  airline: Airline,
  { origin, after }: { origin: AirlineCode; after: number },
): AsyncGenerator<LegChange[]> {
  let last: Place | undefined = { changeSeq: after + 1, legId: '' };
  while (last) {
    const changes: LegChange[] = await airline.db.execute<LegChange>(selectChanges(origin, last));
    yield changes;
    last = changes.length < legsPerRead ? undefined : changes.at(-1);
  }
}

/** After a snapshot many legs have the same place in the log: the id tells them apart. */
type Place = { changeSeq: number; legId: string };

/** Instants as minutes and the sequence as a double: what the driver need not parse costs nothing. */
function selectChanges(origin: AirlineCode, last: Place): SQL {
  return sql`
    select leg_id as "legId", airline, flight_number as "flightNumber", service_date as "serviceDate",
      origin as "from", destination as "to",
      floor(extract(epoch from departs_at) / 60)::int as "departsMinute",
      floor(extract(epoch from arrives_at) / 60)::int as "arrivesMinute",
      aircraft, cabin, fare_cents as "fareCents", seats_left as "seatsLeft", status, change_seq::float8 as "changeSeq"
    from legs
    where airline = ${origin} and (change_seq, leg_id) > (${last.changeSeq}::bigint, ${last.legId})
    order by change_seq, leg_id
    limit ${legsPerRead}`;
}
