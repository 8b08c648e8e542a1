import { eq, sql } from 'drizzle-orm';
import { catalogues, changeLogs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { type CatalogueState, catalogueStateOf, type IndexedCatalogues } from './catalogue-state';
import {
  createLegIndex,
  forgetDeparted,
  indexedLegs,
  indexLeg,
  type LegIndex,
  unindexLeg,
} from './leg-index/leg-index';
import { type LegChange, readLegChanges } from './read-leg-changes';
import { createSlices } from './slices';

const minuteMs = 60_000;

/** An airline's catalogue as the database has it. */
type Catalogue = {
  origin: AirlineCode;
  /** Number of its last change. */
  changeSeq: number;
  /** Differs where everything has been copied anew, or belongs to a log that began anew. */
  copy: string;
  /** Its legs are being replaced: old and new ones stand side by side until the last has come. */
  isBeingCopied: boolean;
  asOf: Date | null;
};

/**
 * How long a departed leg stays in the index. Nobody can buy it, and the database keeps it for those who flew; but a
 * clock that was a little ahead and is put right must find the legs of today. One that was further ahead has made the
 * index forget too much, and everything is read anew.
 */
const departedKeptMinutes = 1_440;

/**
 * Looks at the database and brings the index up to it, in slices, so that searches go on. Who calls while this is under
 * way waits for the same. Throws when the database cannot be read; what was indexed until then stays.
 */
export function refreshCatalogue(airline: Airline): Promise<void> {
  const state = catalogueStateOf(airline);
  state.refreshing ??= refresh(airline, state).finally(() => {
    state.refreshing = null;
  });
  return state.refreshing;
}

async function refresh(airline: Airline, state: CatalogueState): Promise<void> {
  const nowMs = airline.clock.now().getTime();
  const known = await readCatalogues(airline);
  // The first index takes what there is.
  const readable = known.filter(({ isBeingCopied }) => !isBeingCopied || state.checkedAtMs === null);
  const isClockPutRight = nowMs + departedKeptMinutes * minuteMs < (state.checkedAtMs ?? 0);
  const replaced = readable.filter(
    ({ origin, copy }) => isClockPutRight || state.cursors.get(origin)?.copy !== copy,
  );
  const target = replaced.length > 0 ? await copyWithout(state, replaced) : state;
  for (const catalogue of readable) await readOn(airline, target, catalogue);
  forgetDeparted(target.index, firstKeptMinute(airline));
  state.index = target.index;
  state.cursors = target.cursors;
  state.asOfByAirline = new Map(known.map(({ origin, asOf }) => [origin, asOf]));
  state.checkedAtMs = nowMs;
}

function readCatalogues(airline: Airline): Promise<Catalogue[]> {
  return airline.db
    .select({
      origin: sql<AirlineCode>`coalesce(${catalogues.airline}, ${changeLogs.origin})`,
      changeSeq: sql<number>`coalesce(${catalogues.changeSeq}, 0)::float8`,
      copy: sql<string>`concat_ws(' ', ${changeLogs.epoch}, ${changeLogs.bootstrappedAt})`,
      isBeingCopied: sql<boolean>`${changeLogs.bootstrap} is not null`,
      asOf: changeLogs.asOf,
    })
    .from(catalogues)
    .fullJoin(changeLogs, eq(changeLogs.origin, catalogues.airline));
}

/**
 * Another index with the legs of all other airlines: what replaces these is read into it, while searches go on in the
 * old one. Legs may be gone from what is read, so a search in between would find some of both, or too few.
 */
async function copyWithout(
  { index, cursors }: IndexedCatalogues,
  replaced: readonly Catalogue[],
): Promise<IndexedCatalogues> {
  const left = new Set(replaced.map(({ origin }) => origin));
  const slices = createSlices();
  const copied = createLegIndex();
  for (const leg of indexedLegs(index)) {
    if (!left.has(leg.airline)) indexLeg(copied, leg);
    if (slices.isOver()) await slices.pause();
  }
  return { index: copied, cursors: new Map([...cursors].filter(([origin]) => !left.has(origin))) };
}

/** Reads on from where the index is with this catalogue. */
async function readOn(
  airline: Airline,
  { index, cursors }: IndexedCatalogues,
  { origin, changeSeq, copy }: Catalogue,
): Promise<void> {
  const after = cursors.get(origin)?.changeSeq ?? 0;
  if (after < changeSeq) {
    const firstMinute = firstKeptMinute(airline);
    for await (const changes of readLegChanges(airline, { origin, after })) {
      await applyAll(index, changes, firstMinute);
    }
  }
  cursors.set(origin, { copy, changeSeq });
}

async function applyAll(index: LegIndex, changes: readonly LegChange[], firstMinute: number): Promise<void> {
  const slices = createSlices();
  for (const change of changes) {
    apply(index, change, firstMinute);
    if (slices.isOver()) await slices.pause();
  }
}

/** A leg of an airport that is not in our table cannot be shown with a local time; it waits for a newer table. */
function apply(
  index: LegIndex,
  { status, changeSeq: _changeSeq, ...leg }: LegChange,
  firstMinute: number,
): void {
  const isKept = status === 'scheduled' && leg.departsMinute >= firstMinute;
  if (isKept && findAirport(leg.from) && findAirport(leg.to)) indexLeg(index, leg);
  else unindexLeg(index, leg.legId);
}

function firstKeptMinute({ clock }: Airline): number {
  return Math.floor(clock.now().getTime() / minuteMs) - departedKeptMinutes;
}
