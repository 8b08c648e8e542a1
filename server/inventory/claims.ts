import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { seatClaims } from '@/db/schema';
import type { LegId } from '../domain/leg';

export type Claim = typeof seatClaims.$inferSelect;

/** Who asks for a seat: a draft of a booking and, once signed in, its customer. */
export type Claimant = { customerId: string | null; bookingDraftId: string | null };

export type SeatsOfLeg = { legId: LegId; seats: readonly string[] };

/** Locks and claims are taken in one order everywhere: leg by leg, seat by seat. */
export function inLockOrder<Item extends SeatsOfLeg>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.legId < b.legId ? -1 : 1));
}

/** Does this claim keep the seat from others at `now`? A hold that has run out is no claim, swept or not. */
export function isActive(claim: Pick<Claim, 'state' | 'holdUntil'>, now: Date): boolean {
  return claim.state !== 'held' || (claim.holdUntil !== null && claim.holdUntil >= now);
}

/** Is this hold the claimant's own? */
export function isHeldBy(
  claim: Pick<Claim, 'state' | 'customerId' | 'bookingDraftId'>,
  claimant: Claimant,
): boolean {
  if (claim.state !== 'held') return false;
  const sameDraft = claim.bookingDraftId !== null && claim.bookingDraftId === claimant.bookingDraftId;
  return sameDraft || (claim.customerId !== null && claim.customerId === claimant.customerId);
}

/** The claims on these seats of one leg; a seat without a row is free. */
export function readClaims(db: Database | Tx, { legId, seats }: SeatsOfLeg): Promise<Claim[]> {
  return db
    .select()
    .from(seatClaims)
    .where(and(eq(seatClaims.legId, legId), inArray(seatClaims.seat, [...seats])));
}

/**
 * Holds free seats of one leg, seats whose hold has run out, and seats that the same customer holds for an earlier
 * draft; returns those that it got. The insert waits for a
 * concurrent claim on the same seat: the primary key decides.
 */
export async function insertHolds(
  tx: Tx,
  { legId, seats }: SeatsOfLeg,
  hold: Claimant & { now: Date; holdUntil: Date },
): Promise<string[]> {
  const taken = await tx.execute<{ seat: string }>(sql`
    insert into seat_claims (leg_id, seat, state, claimed_at, hold_until, customer_id, booking_draft_id)
    select ${legId}, seat, 'held', ${hold.now.toISOString()}::timestamptz, ${hold.holdUntil.toISOString()}::timestamptz,
      ${hold.customerId}::uuid, ${hold.bookingDraftId}::uuid
    from unnest(${sql.param(seats.toSorted())}::text[]) as seat
    on conflict (leg_id, seat) do update set
      claimed_at = excluded.claimed_at, hold_until = excluded.hold_until,
      customer_id = excluded.customer_id, booking_draft_id = excluded.booking_draft_id
    where seat_claims.state = 'held'
      and (seat_claims.hold_until < excluded.claimed_at or seat_claims.customer_id = excluded.customer_id)
    returning seat`);
  return taken.map((row) => row.seat);
}

/** Prepares seats of one leg that are free, expired or held by this claimant; returns those that it got. */
export async function insertPrepared(
  tx: Tx,
  { legId, seats }: SeatsOfLeg,
  claim: Claimant & { now: Date; globalTransactionId: string },
): Promise<string[]> {
  const taken = await tx.execute<{ seat: string }>(sql`
    insert into seat_claims (leg_id, seat, state, claimed_at, customer_id, booking_draft_id, global_transaction_id)
    select ${legId}, seat, 'prepared', ${claim.now.toISOString()}::timestamptz,
      ${claim.customerId}::uuid, ${claim.bookingDraftId}::uuid, ${claim.globalTransactionId}::uuid
    from unnest(${sql.param(seats.toSorted())}::text[]) as seat
    on conflict (leg_id, seat) do update set
      state = 'prepared', claimed_at = excluded.claimed_at, hold_until = null,
      customer_id = excluded.customer_id, booking_draft_id = excluded.booking_draft_id,
      global_transaction_id = excluded.global_transaction_id
    where seat_claims.state = 'held' and (seat_claims.hold_until < excluded.claimed_at
      or seat_claims.customer_id = excluded.customer_id
      or seat_claims.booking_draft_id = excluded.booking_draft_id)
    returning seat`);
  return taken.map((row) => row.seat);
}
