import { setTimeout as pause } from 'node:timers/promises';
import { type AirlineCode, airlines } from '../../api/airlines';
import type { Glimpse, PreparedSeat, Watch } from '../checker/watch';
import type { Databases } from '../databases';
import type { Reach } from './fault-log';

const everyMs = 500;

export type LookParts = { databases: Databases; watch: Watch; reach: Reach; stopping: AbortSignal };

/** Looks into the databases all the time; one that is down is not looked into. */
export async function keepLooking(parts: LookParts): Promise<void> {
  while (!parts.stopping.aborted) {
    await Promise.all(airlines.map((airline) => look(parts, airline).catch(() => undefined)));
    await pause(everyMs);
  }
}

/** Older rows have long been decided; what they became is compared in the end. */
async function look({ databases, watch, reach }: LookParts, airline: AirlineCode): Promise<void> {
  const sql = databases.of(airline);
  const rows = await sql<Omit<Glimpse, 'airline'>[]>`
    select id, promised, accepted_ballot as "acceptedBallot", decision from global_transactions
    where created_at > now() - interval '60 s' or decision is null`;
  const claims = await sql<{ legId: string; seat: string; id: string; claimedAt: Date }[]>`
    select leg_id as "legId", seat, global_transaction_id as id, claimed_at as "claimedAt" from seat_claims
    where state = 'prepared'`;
  watch.see(
    rows.map((row) => ({ ...row, airline })),
    prepared(claims, airline, reach.majoritySince(airline)),
  );
}

type Claim = { legId: string; seat: string; id: string; claimedAt: Date };

/** The time counts while a majority is within reach; none while this airline is struck itself. */
function prepared(claims: readonly Claim[], airline: AirlineCode, since: number | null): PreparedSeat[] {
  if (since === null) return [];
  const now = Date.now();
  return claims.map(({ legId, seat, id, claimedAt }) => ({
    airline,
    legId,
    seat,
    id,
    waitsMs: now - Math.max(claimedAt.getTime(), since),
  }));
}
