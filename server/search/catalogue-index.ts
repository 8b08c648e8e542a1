import { type SQL, sql } from 'drizzle-orm';
import { catalogues, changeLogs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { airlineState } from '@/server/airline-state';
import type { AirlineCode } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import type { LegStatus } from '@/server/domain/leg';
import { createLegIndex, type IndexedLeg, indexLeg, type LegIndex, unindexLeg } from './leg-index';

/** The index of every catalogue this airline knows, and the hour of each. */
export type CatalogueIndex = { index: LegIndex; asOfByAirline: ReadonlyMap<AirlineCode, Date | null> };

type State = {
  index: LegIndex;
  asOfByAirline: Map<AirlineCode, Date | null>;
  /** One copy of each airport code, date and so on: halves the memory, because the driver makes a new one per row. */
  texts: Map<string, string>;
  /** How far each airline's catalogue is in the index. */
  cursors: Map<AirlineCode, Cursor>;
  checkedAtMs: number | null;
  refreshing: Promise<void> | null;
};

/** The changes up to `changeSeq` of this copy of the catalogue are in the index. */
type Cursor = { copy: string; changeSeq: number };

const stateOf = airlineState(
  'catalogue-index',
  (): State => ({
    index: createLegIndex(),
    asOfByAirline: new Map(),
    texts: new Map(),
    cursors: new Map(),
    checkedAtMs: null,
    refreshing: null,
  }),
);

/** A seat sold elsewhere may show this much longer: two searches in one page view then cost one look at the database. */
const maxAgeMs = 500;

/** Legs read at once: large enough to be quick (0.1 s), small enough that other requests are served in between. */
const legsPerRead = 10_000;

/**
 * The index of this process, at most `maxAgeMs` behind the database by the airline's clock. The first call reads
 * everything, later ones what has changed. Throws when the database cannot be read.
 */
export async function getCatalogueIndex(airline: Airline): Promise<CatalogueIndex> {
  const state = stateOf(airline);
  const ageMs = state.checkedAtMs === null ? Infinity : airline.clock.now().getTime() - state.checkedAtMs;
  if (ageMs < 0 || ageMs >= maxAgeMs) {
    state.refreshing ??= refresh(airline, state).finally(() => {
      state.refreshing = null;
    });
  }
  await state.refreshing;
  return state;
}

async function refresh(airline: Airline, state: State): Promise<void> {
  const nowMs = airline.clock.now().getTime();
  const logs = await airline.db
    .select({
      origin: changeLogs.origin,
      asOf: changeLogs.asOf,
      copy: sql<string>`concat_ws(' ', ${changeLogs.epoch}, ${changeLogs.bootstrappedAt})`,
    })
    .from(changeLogs);
  const published = await airline.db
    .select({ origin: catalogues.airline, changeSeq: catalogues.changeSeq })
    .from(catalogues);
  for (const { origin, changeSeq } of published) {
    const copy = logs.find((log) => log.origin === origin)?.copy ?? '';
    if (state.cursors.get(origin)?.copy !== copy) forget(state, origin);
    const after = state.cursors.get(origin)?.changeSeq ?? 0;
    await readChanges(airline, state, { origin, after, upTo: changeSeq });
    state.cursors.set(origin, { copy, changeSeq });
  }
  for (const { origin, asOf } of logs) state.asOfByAirline.set(origin, asOf);
  state.checkedAtMs = nowMs;
}

/** What was copied anew, or belongs to a log that began anew, is read from the start: legs may be gone from it. */
function forget(state: State, origin: AirlineCode): void {
  for (const leg of [...state.index.legs.values()]) {
    if (leg.airline === origin) unindexLeg(state.index, leg.legId);
  }
  state.cursors.delete(origin);
}

type NewChanges = { origin: AirlineCode; after: number; upTo: number };

/** Changes are committed in the order of their numbers, so nothing up to `upTo` can appear later. */
async function readChanges(
  airline: Airline,
  state: State,
  { origin, after, upTo }: NewChanges,
): Promise<void> {
  if (after >= upTo) return;
  let last: Place | undefined = { changeSeq: after + 1, legId: '' };
  while (last) {
    const rows: LegRow[] = await airline.db.execute<LegRow>(selectChanges(origin, last, upTo));
    for (const row of rows) apply(state, row);
    last = rows.length < legsPerRead ? undefined : rows.at(-1);
  }
}

/** After a snapshot many legs have the same place in the log: the id tells them apart. */
type Place = { changeSeq: number; legId: string };

type LegRow = IndexedLeg & { status: LegStatus; changeSeq: number };

/** Instants as minutes and the sequence as a double: what the driver need not parse costs nothing. */
function selectChanges(origin: AirlineCode, last: Place, upTo: number): SQL {
  return sql`
    select leg_id as "legId", airline, flight_number as "flightNumber", service_date as "serviceDate",
      origin as "from", destination as "to",
      floor(extract(epoch from departs_at) / 60)::int as "departsMinute",
      floor(extract(epoch from arrives_at) / 60)::int as "arrivesMinute",
      aircraft, cabin, fare_cents as "fareCents", seats_left as "seatsLeft", status, change_seq::float8 as "changeSeq"
    from legs
    where airline = ${origin} and change_seq <= ${upTo}
      and (change_seq, leg_id) > (${last.changeSeq}::bigint, ${last.legId})
    order by change_seq, leg_id
    limit ${legsPerRead}`;
}

/** A leg of an airport that is not in our table cannot be shown with a local time; it waits for a newer table. */
function apply({ index, texts }: State, { status, changeSeq: _changeSeq, ...leg }: LegRow): void {
  const isFlown = status === 'scheduled' && findAirport(leg.from) && findAirport(leg.to);
  if (isFlown) indexLeg(index, withSharedTexts(texts, leg));
  else unindexLeg(index, leg.legId);
}

function withSharedTexts(texts: Map<string, string>, leg: IndexedLeg): IndexedLeg {
  const shared = <Text extends string>(text: Text): Text => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return (known ?? text) as Text;
  };
  return {
    ...leg,
    airline: shared(leg.airline),
    serviceDate: shared(leg.serviceDate),
    from: shared(leg.from),
    to: shared(leg.to),
    aircraft: shared(leg.aircraft),
    cabin: shared(leg.cabin),
  };
}
