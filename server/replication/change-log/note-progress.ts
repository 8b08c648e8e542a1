import { sql } from 'drizzle-orm';
import { peerProgress } from '@/db/schema';
import type { Airline } from '../../airline';
import { airlineState } from '../../airline-state';
import { type AirlineCode, airlineCodes } from '../../domain/airline-code';
import type { VersionVector } from '../version-vector';

/** Trimming looks back for days: a peer that advances is written down this often, however often it says so. */
const changedEveryMs = 10_000;

/** And one that stands still, so that it does not count as silent. */
const unchangedEveryMs = 600_000;

type Noted = { text: string; at: number };

const notedByPeer = airlineState('progress noted', () => new Map<AirlineCode, Noted>());

/** Notes how far a peer has come with each log, as its question said; the newest word counts, also when it went back. */
export async function noteProgress(
  airline: Airline,
  peer: AirlineCode,
  vector: VersionVector,
): Promise<void> {
  const now = airline.clock.now();
  const text = JSON.stringify(vector);
  if (!isDue(notedByPeer(airline).get(peer), text, now.getTime())) return;
  notedByPeer(airline).set(peer, { text, at: now.getTime() });
  const rows = airlineCodes.flatMap((origin) => {
    const position = vector[origin];
    return position ? [{ peer, origin, ...position, seenAt: now }] : [];
  });
  if (rows.length === 0) return;
  await airline.db
    .insert(peerProgress)
    .values(rows)
    .onConflictDoUpdate({
      target: [peerProgress.peer, peerProgress.origin],
      set: { epoch: sql`excluded.epoch`, seq: sql`excluded.seq`, seenAt: sql`excluded.seen_at` },
    });
}

function isDue(noted: Noted | undefined, text: string, nowMs: number): boolean {
  if (!noted || nowMs < noted.at) return true;
  return nowMs - noted.at >= (noted.text === text ? unchangedEveryMs : changedEveryMs);
}
