/**
 * What a passenger may ask for under ANAC Resolution 400/2016 and the alliance's fare rule. Pure: facts and a moment in.
 */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Art. 11: free within 24 h of the receipt when bought at least 7 days before departure. */
export const freeCancellationMs = 24 * hourMs;
export const freeCancellationLeadMs = 7 * dayMs;

/** The alliance's fare rule after that: one fifth of what was paid is kept, never more (Art. 9 caps the fee at the price). */
export const cancellationFeePercent = 20;

export type BookingFacts = { bookedAt: Date; firstDepartureAt: Date };

export type CancellationRight =
  | { kind: 'FREE_24H'; feePercent: 0; freeUntil: Date }
  | { kind: 'FARE_RULE'; feePercent: number; freeUntil: Date | null };

/** Until when this booking can be cancelled for nothing; null when it was bought too close to departure. */
export function freeCancellationDeadline({ bookedAt, firstDepartureAt }: BookingFacts): Date | null {
  const lead = firstDepartureAt.getTime() - bookedAt.getTime();
  return lead >= freeCancellationLeadMs ? new Date(bookedAt.getTime() + freeCancellationMs) : null;
}

/** The rule that applies to a cancellation at `now`. */
export function cancellationRight(facts: BookingFacts, now: Date): CancellationRight {
  const freeUntil = freeCancellationDeadline(facts);
  if (freeUntil && now <= freeUntil) return { kind: 'FREE_24H', feePercent: 0, freeUntil };
  return { kind: 'FARE_RULE', feePercent: cancellationFeePercent, freeUntil };
}

/** What comes back of `paidCents` under a right; the fee is rounded down, in the passenger's favour. */
export function refundCentsOf(paidCents: number, right: CancellationRight): number {
  return paidCents - Math.floor((paidCents * right.feePercent) / 100);
}
