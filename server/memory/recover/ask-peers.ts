import { inArray } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import type { RecordLocator } from '../../domain/record-locator';
import { isPeerUnreachable } from '../../peers/peers';
import {
  type BookingCopy,
  bookingCopiesProcedure,
  compareMemoriesProcedure,
  type Recollection,
  recollectionsPerPage,
  recollectionsProcedure,
} from '../messages';
import { addRecollection, isBehind, type RecalledById } from './recalled';

/** A page of a large history is read from disk. */
const pageMs = 20_000;

export type PeersSay = {
  /** Highest epoch of this airline that any of them has seen. */
  epoch: number;
  silent: AirlineCode[];
  /** Who has forgotten something itself. */
  amnesiac: AirlineCode[];
};

/** Who is there, and how far they have seen this airline come. Nothing is noted anywhere. */
export async function askWhoRemembers(airline: Airline, peers: readonly AirlineCode[]): Promise<PeersSay> {
  const said: PeersSay = { epoch: 0, silent: [], amnesiac: [] };
  for (const peer of peers) {
    try {
      const question = { mark: null, runs: [], seen: null };
      const answer = await airline.peers.call(peer, compareMemoriesProcedure, question);
      const { seen, isAmnesiac } = answer;
      if (isAmnesiac) said.amnesiac.push(peer);
      said.epoch = Math.max(said.epoch, seen?.epoch ?? 0);
    } catch (error) {
      if (!isPeerUnreachable(error)) throw error;
      said.silent.push(peer);
    }
  }
  return said;
}

/** Adds every global transaction that a peer knows and that is missing, undecided or different here. */
export async function gatherRecollections(
  airline: Airline,
  peer: AirlineCode,
  { since, into }: { since: Date; into: RecalledById },
): Promise<void> {
  let after: { bornAt: string; id: string } | null = null;
  for (;;) {
    const asked = { newest: false as const, since: since.toISOString(), after };
    const page: Recollection[] = (
      await airline.peers.call(peer, recollectionsProcedure, asked, { timeoutMs: pageMs })
    ).recollections;
    await addBehind(airline, peer, { page, into });
    const last = page.at(-1);
    if (!last || page.length < recollectionsPerPage) return;
    after = { bornAt: last.bornAt, id: last.id };
  }
}

/** Asks again about these, which nobody had decided. */
export async function gatherNamed(
  airline: Airline,
  peer: AirlineCode,
  { ids, into }: { ids: readonly string[]; into: RecalledById },
): Promise<void> {
  for (let start = 0; start < ids.length; start += recollectionsPerPage) {
    const asked = { ids: ids.slice(start, start + recollectionsPerPage) };
    const { recollections } = await airline.peers.call(peer, recollectionsProcedure, asked, {
      timeoutMs: pageMs,
    });
    for (const recalled of recollections) addRecollection(into, peer, recalled);
  }
}

async function addBehind(
  airline: Airline,
  peer: AirlineCode,
  { page, into }: { page: readonly Recollection[]; into: RecalledById },
): Promise<void> {
  const { id, decision } = globalTransactions;
  const ids = page.map((recalled) => recalled.id);
  const rows = await airline.db.select({ id, decision }).from(globalTransactions).where(inArray(id, ids));
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const recalled of page)
    if (isBehind(recalled, known.get(recalled.id))) addRecollection(into, peer, recalled);
}

export type CopiesByLocator = Map<RecordLocator, BookingCopy>;

/** Adds the copies of this airline's bookings that a peer keeps; one with the part beats one without. */
export async function gatherCopies(
  airline: Airline,
  peer: AirlineCode,
  { since, into }: { since: Date; into: CopiesByLocator },
): Promise<void> {
  let after = '';
  for (;;) {
    const asked = { since: since.toISOString(), after };
    const { copies } = await airline.peers.call(peer, bookingCopiesProcedure, asked, { timeoutMs: pageMs });
    for (const copy of copies) {
      const { recordLocator } = copy.header;
      if (copy.part || !into.has(recordLocator)) into.set(recordLocator, copy);
    }
    const last = copies.at(-1);
    if (!last || copies.length < recollectionsPerPage) return;
    after = last.header.recordLocator;
  }
}
