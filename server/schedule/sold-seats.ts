import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { ClaimState } from '@/db/schema';
import { type Cabin, findSeat } from '@/server/domain/cabin';
import type { LegId } from '@/server/domain/leg';
import type { LegChange } from './compare-legs';
import type { Finding } from './ssim/read-ssim';

export type ClaimedSeat = { seat: string; state: ClaimState };
export type ClaimsByLeg = ReadonlyMap<LegId, readonly ClaimedSeat[]>;

/**
 * Every claim on the legs that change, by leg; legs without claims are missing. Inside a tx it locks those legs first: a
 * sale that is taking a seat there has committed by then, and the next one waits and sees the change.
 */
export async function claimsOnChangedLegs(
  db: Database | Tx,
  changes: readonly LegChange[],
): Promise<ClaimsByLeg> {
  const legIds = changes.flatMap(({ kind, next }) => (kind === 'added' ? [] : [next.legId]));
  const changing = sql`leg_id = any(${sql.param(legIds)}::text[])`;
  await db.execute(sql`select from legs where ${changing} order by leg_id for update`);
  const rows = await db.execute<{ leg_id: LegId } & ClaimedSeat>(
    sql`select leg_id, seat, state from seat_claims where ${changing}`,
  );
  const claims = new Map<LegId, ClaimedSeat[]>();
  for (const { leg_id: legId, seat, state } of rows) {
    claims.set(legId, [...(claims.get(legId) ?? []), { seat, state }]);
  }
  return claims;
}

/** The changed legs on which somebody sits, or is about to. */
export function soldLegs(changes: readonly LegChange[], claims: ClaimsByLeg): LegId[] {
  return changes.map(({ next }) => next.legId).filter((legId) => (claims.get(legId) ?? []).some(isSold));
}

/** The changes with the seats that are left in the next cabin once the claims on the leg are taken off. */
export function withSeatsLeft(changes: readonly LegChange[], claims: ClaimsByLeg): LegChange[] {
  return changes.map((change) => {
    const { next, planned } = change;
    if (!planned) return change;
    const free = Math.max(0, planned.seats - (claims.get(next.legId)?.length ?? 0));
    return { ...change, next: { ...next, seatsLeft: Math.min(next.seatsLeft, free) } };
  });
}

/** Who has bought a seat keeps it: a change to a cabin that lacks the seat is refused. */
export function lostSeats(
  changes: readonly LegChange[],
  claims: ClaimsByLeg,
  cabins: ReadonlyMap<string, Cabin>,
): Finding[] {
  return changes.flatMap(({ next, planned }) => {
    const cabin = cabins.get(next.cabin);
    const sold = (claims.get(next.legId) ?? []).filter(isSold);
    const lost = sold.find(({ seat }) => !cabin || !findSeat(cabin, seat));
    if (!planned || !lost) return [];
    const reason = `seat ${lost.seat} of ${next.legId} is sold, and cabin ${next.cabin} has no such seat`;
    return [{ line: planned.line, reason }];
  });
}

function isSold({ state }: ClaimedSeat): boolean {
  return state === 'sold' || state === 'prepared';
}
