import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookingParts, bookings, coupons } from '@/db/schema';
import type { Airline } from '../../airline';
import type { Engine } from '../../atomic-commit/engine';
import { newTransaction } from '../../atomic-commit/transaction';
import { reserveLocator } from '../../booking/issue-locator';
import type { BookingPart } from '../../domain/booking';
import { noteForgottenPassengers } from '../forgotten-passengers';
import type { BookingCopy } from '../messages';
import type { RecoveryReport } from './report';
import { takeSeats } from './take-seats';

type OwnSale = { copy: BookingCopy; report: RecoveryReport };

/**
 * A sale of this airline alone to a peer's customer: no other airline has its transaction, but the site that sold it
 * keeps a copy of the booking. Made again from that copy when it is not here.
 */
export async function recallOwnSale(
  airline: Airline,
  engine: Engine,
  { copy, report }: OwnSale,
): Promise<void> {
  const { header, part } = copy;
  if (header.issuer !== airline.code || !part) return;
  if (header.participants.some((code) => code !== airline.code)) return;
  await engine.transactionLog.inTx(async (tx) => {
    const [known] = await tx.select().from(bookings).where(eq(bookings.recordLocator, header.recordLocator));
    if (known?.state !== header.state && known)
      report.conflicts.push(`${header.recordLocator}: ${known.state} here, ${header.state} in a peer's copy`);
    if (known || (await engine.transactionLog.lock(tx, header.globalTransactionId))) return;
    report.conflicts.push(...(await makeAgain(tx, { airline, engine }, { header, part })));
    report.ownSales += 1;
    report.withoutPassengers.push(header.recordLocator);
  });
}

async function makeAgain(
  tx: Tx,
  { airline, engine }: { airline: Airline; engine: Engine },
  { header, part }: { header: BookingCopy['header']; part: BookingPart },
): Promise<string[]> {
  const { recordLocator, globalTransactionId, bookedAt, cancelledAt, passengerCount } = header;
  const now = airline.clock.now();
  const transaction = {
    ...newTransaction(globalTransactionId, airline.code),
    coordinatorState: 'done' as const,
    participantState: 'sold' as const,
    accepted: { ballot: 0, value: 'commit' as const },
    decision: 'commit' as const,
    // Nobody but this airline was ever concerned.
    acknowledged: [...airline.peers.codes],
  };
  await engine.transactionLog.insert(tx, transaction, { now, lookAgainAt: null });
  await tx.insert(bookings).values({
    ...header,
    bookedAt: new Date(bookedAt),
    cancelledAt: cancelledAt ? new Date(cancelledAt) : null,
  });
  await reserveLocator(tx, recordLocator, globalTransactionId);
  const stated = { ...part, legs: [], passengerNames: [] };
  await tx.insert(bookingParts).values({ recordLocator, airline: airline.code, part: stated, asOf: now });
  await noteForgottenPassengers(tx, airline, { transaction, recordLocator, passengerCount });
  const isCancelled = header.state === 'cancelled';
  const wanted = part.legs.map(({ legId, seats }) => ({ legId, seats: seats.map(({ seat }) => seat) }));
  const lost = isCancelled ? [] : await takeSeats(tx, 'sold', { wanted, globalTransactionId, now });
  const rows = couponsOf(recordLocator, part, isCancelled).filter(
    (coupon) => !lost.some(({ legId, seat }) => legId === coupon.legId && seat === coupon.seat),
  );
  if (rows.length > 0) await tx.insert(coupons).values(rows).onConflictDoNothing();
  return lost.map(({ legId, seat }) => `${recordLocator}: seat ${seat} of ${legId} belongs to another sale`);
}

function couponsOf(
  recordLocator: BookingCopy['header']['recordLocator'],
  part: BookingPart,
  isCancelled: boolean,
): (typeof coupons.$inferInsert)[] {
  return part.legs.flatMap(({ legId, fareCents, seats }, legIndex) =>
    seats.map(({ seat, surchargeCents, eTicketNumber, couponState }, passengerIndex) => ({
      legId,
      eTicketNumber,
      couponNumber: legIndex + 1,
      recordLocator,
      passengerIndex,
      seat,
      fareCents,
      surchargeCents,
      state: isCancelled ? ('refunded' as const) : couponState,
    })),
  );
}
