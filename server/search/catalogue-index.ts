import { type SQL, sql } from 'drizzle-orm';
import { catalogues } from '@/db/schema';
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
  /** The last change of each airline's catalogue that is in the index. */
  cursors: Map<AirlineCode, number>;
  checkedAtMs: number | null;
  refreshing: Promise<void> | null;
};

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
  for (const { airline: origin, changeSeq, asOf } of await airline.db.select().from(catalogues)) {
    if (changeSeq < (state.cursors.get(origin) ?? 0)) forget(state, origin);
    await readUntil(airline, state, { origin, changeSeq });
    state.asOfByAirline.set(origin, asOf);
  }
  state.checkedAtMs = nowMs;
}

/** A catalogue that went backwards was begun anew by its airline; the copy is read again from the start. */
function forget(state: State, origin: AirlineCode): void {
  for (const leg of [...state.index.legs.values()]) {
    if (leg.airline === origin) unindexLeg(state.index, leg.legId);
  }
  state.cursors.delete(origin);
}

/** Changes are committed in the order of their numbers, so nothing up to `changeSeq` can appear later. */
async function readUntil(
  airline: Airline,
  state: State,
  { origin, changeSeq }: { origin: AirlineCode; changeSeq: number },
): Promise<void> {
  for (let after = state.cursors.get(origin) ?? 0; after < changeSeq; ) {
    const rows = await airline.db.execute<LegRow>(selectChanges(origin, after, changeSeq));
    for (const row of rows) apply(state, row);
    after = rows.length < legsPerRead ? changeSeq : (rows.at(-1)?.changeSeq ?? changeSeq);
    state.cursors.set(origin, after);
  }
}

type LegRow = IndexedLeg & { status: LegStatus; changeSeq: number };

/** Instants as minutes and the sequence as a double: what the driver need not parse costs nothing. */
function selectChanges(origin: AirlineCode, after: number, upTo: number): SQL {
  return sql`
    select leg_id as "legId", airline, flight_number as "flightNumber", service_date as "serviceDate",
      origin as "from", destination as "to",
      floor(extract(epoch from departs_at) / 60)::int as "departsMinute",
      floor(extract(epoch from arrives_at) / 60)::int as "arrivesMinute",
      aircraft, cabin, fare_cents as "fareCents", seats_left as "seatsLeft", status, change_seq::float8 as "changeSeq"
    from legs
    where airline = ${origin} and change_seq > ${after} and change_seq <= ${upTo}
    order by change_seq
    fetch first ${sql.raw(String(legsPerRead))} rows with ties`;
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
