import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PurchaseInput } from '../booking/purchase-input';
import { findSeat, surchargeCents } from '../domain/cabin';
import type { TestAlliance } from './alliance';
import { fareCents, smallCabin } from './catalogue';
import { comeToRest } from './come-to-rest';

/** A purchase of these legs as a careful client would send it: right price, as many passengers as seats. */
export function order({ legs }: Pick<PurchaseInput, 'legs'>): PurchaseInput {
  const count = legs[0]?.seats.length ?? 1;
  const surcharges = legs
    .flatMap(({ seats }) => seats)
    .reduce((sum, designator) => {
      const seat = findSeat(smallCabin, designator);
      return sum + (seat ? surchargeCents(seat) : 0);
    }, 0);
  return {
    idempotencyKey: randomUUID(),
    legs,
    passengers: Array.from({ length: count }, () => ({
      name: 'Ana Souza',
      birthDate: '1990-05-17',
      document: { kind: 'cpf' as const, number: '52998224725' },
    })),
    contact: { email: 'ana@example.org' },
    quotedTotalCents: legs.length * count * fareCents + surcharges,
  };
}

/** Every airline's bookings, claims and transactions gone, as between two tests, once nobody works on them any more. */
export async function emptyBookings(alliance: TestAlliance): Promise<void> {
  await comeToRest(alliance);
  const tables = sql.raw(
    'seat_claims, global_transactions, requests, bookings, booking_parts, booking_copies, record_locators, passengers, coupons, booking_drafts, draft_holds',
  );
  await Promise.all(Object.values(alliance.airlines).map(({ db }) => db.execute(sql`truncate ${tables}`)));
}
