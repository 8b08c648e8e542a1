import type { bookingParts, bookings, coupons } from '@/db/schema';
import type { GlobalTransaction } from '../atomic-commit/transaction';
import type { RecordLocator } from '../domain/record-locator';
import type { Sale, SalePart } from './content';

/** The booking's header, equal at every airline that holds it. */
export function headerOf(
  { id, coordinator }: Pick<GlobalTransaction, 'id' | 'coordinator'>,
  content: Sale,
): typeof bookings.$inferInsert {
  return {
    recordLocator: content.recordLocator,
    globalTransactionId: id,
    issuer: coordinator,
    customerId: content.customerId,
    state: 'confirmed',
    participants: content.parts.map(({ airline }) => airline),
    passengerCount: content.passengerCount,
    totalCents: content.totalCents,
    bookedAt: new Date(content.bookedAt),
  };
}

/** One coupon per leg and passenger; `eTickets` has one number per passenger, in their order. */
export function couponsOf(
  content: Sale,
  part: SalePart,
  eTickets: readonly string[],
): (typeof coupons.$inferInsert)[] {
  return part.legs.flatMap(({ legId, fareCents, seats }, legIndex) =>
    seats.map(({ seat, surchargeCents }, passengerIndex) => ({
      legId,
      eTicketNumber: eTickets[passengerIndex] ?? '',
      couponNumber: legIndex + 1,
      recordLocator: content.recordLocator,
      passengerIndex,
      seat,
      fareCents,
      surchargeCents,
      state: 'open' as const,
    })),
  );
}

/** This airline's own part; its legs and names are read from coupons and passengers. */
export function ownPartOf(
  { recordLocator }: Sale,
  { airline, totalCents }: SalePart,
  { airlineLocator, asOf }: { airlineLocator: RecordLocator; asOf: Date },
): typeof bookingParts.$inferInsert {
  const part = { airline, airlineLocator, legs: [], passengerNames: [], totalCents };
  return { recordLocator, airline, part, asOf };
}
