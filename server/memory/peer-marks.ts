import { eq, sql } from 'drizzle-orm';
import { peerMemories } from '@/db/schema';
import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import type { AirlineCode } from '../domain/airline-code';
import { forgottenSince, isNews, type Mark, type RunStart } from './mark';

/** A mark of the run that is already stored is written down this rarely; until then it is only in this process. */
const storeEveryMs = 5_000;

type Seen = { mark: Mark; storedAt: number };

const seenByPeerOf = airlineState('marks-of-peers', () => new Map<AirlineCode, Seen>());

/** How far a peer's memory has been seen here, by this process or before it; null when never. */
export async function seenMarkOf(airline: Airline, peer: AirlineCode): Promise<Mark | null> {
  const seen = seenByPeerOf(airline).get(peer);
  if (seen) return seen.mark;
  const [stored] = await airline.db.select().from(peerMemories).where(eq(peerMemories.airline, peer));
  if (!stored) return null;
  const { epoch, run, lsn } = stored;
  seenByPeerOf(airline).set(peer, { mark: { epoch, run, lsn }, storedAt: 0 });
  return { epoch, run, lsn };
}

/**
 * Notes how far a peer's memory reaches. A peer whose line of runs does not contain what was seen of it is not believed:
 * the evidence stays, however far that copy writes on, until a recovery raises the peer's epoch.
 */
export async function noteMark(
  airline: Airline,
  peer: AirlineCode,
  { mark, runs }: { mark: Mark; runs: readonly RunStart[] },
): Promise<void> {
  const known = await seenMarkOf(airline, peer);
  if (!isNews(mark, known)) return;
  if (known && forgottenSince({ epoch: mark.epoch, runs }, known)) return;
  const stored = seenByPeerOf(airline).get(peer);
  const now = airline.clock.now();
  const isSameRun = known?.run === mark.run && known.epoch === mark.epoch;
  const isFresh = stored && Math.abs(now.getTime() - stored.storedAt) < storeEveryMs;
  if (isSameRun && isFresh) {
    seenByPeerOf(airline).set(peer, { mark, storedAt: stored.storedAt });
    return;
  }
  await store(airline, peer, mark);
  seenByPeerOf(airline).set(peer, { mark, storedAt: now.getTime() });
}

/** A second process of this airline may have stored a later one. */
async function store(airline: Airline, peer: AirlineCode, mark: Mark): Promise<void> {
  const values = { ...mark, seenAt: airline.clock.now() };
  const { epoch, run, lsn } = peerMemories;
  await airline.db
    .insert(peerMemories)
    .values({ airline: peer, ...values })
    .onConflictDoUpdate({
      target: peerMemories.airline,
      set: values,
      setWhere: sql`${epoch} < ${mark.epoch} or ${run} <> ${mark.run} or ${lsn} < ${mark.lsn}`,
    });
}
