import { and, eq, gt } from 'drizzle-orm';
import { draftHolds } from '@/db/schema';
import type { Airline } from '../airline';
import { hashOf } from '../atomic-commit/canonical-json';
import { type CoordinateRequest, coordinate } from '../atomic-commit/coordinate';
import type { AirlineCode } from '../domain/airline-code';
import { inCanonicalOrder } from '../domain/airline-code';
import { operatingAirline } from '../domain/leg';
import { sumCents } from '../domain/money';
import { mintRecordLocator } from '../domain/record-locator';
import type { PrivateShare, Sale, SalePart } from './content';
import { reserveLocator } from './issue-locator';
import type { PurchaseOrder } from './purchase';
import type { PurchaseInput } from './purchase-input';
import type { QuotedLeg } from './quote';
import { insertRequest } from './requests';
import { engineOf } from './work';

/** A hold that ends sooner than this may be gone before PREPARE arrives. */
const holdMarginMs = 2_000;

class LocatorTaken extends Error {
  override readonly name = 'LocatorTaken';
}

/**
 * Runs the purchase as coordinator and returns when it is decided or, after 8 s, still pending. Its answer stands in
 * the request's row; a repetition of the same key returns at once.
 */
export async function buyAsCoordinator(
  order: PurchaseOrder,
  { bookingDraftId }: { bookingDraftId: string | null },
): Promise<void> {
  const { airline, key } = order;
  const allHeld = await isAllHeld(order, bookingDraftId);
  for (;;) {
    const request = saleRequest(order, bookingDraftId);
    const recordRequest: CoordinateRequest['recordRequest'] = async (tx) => {
      if (!(await insertRequest(tx, { ...key, createdAt: airline.clock.now() }))) return false;
      if (!(await reserveLocator(tx, request.sale.recordLocator, key.globalTransactionId)))
        throw new LocatorTaken();
      return true;
    };
    try {
      await coordinate(engineOf(airline), { ...request, allHeld, recordRequest });
      return;
    } catch (error) {
      // One in 17 million for each locator issued: draw another.
      if (!(error instanceof LocatorTaken)) throw error;
    }
  }
}

async function isAllHeld({ airline, input }: PurchaseOrder, bookingDraftId: string | null): Promise<boolean> {
  if (!bookingDraftId) return false;
  const safely = new Date(airline.clock.now().getTime() + holdMarginMs);
  const receipts = await airline.db
    .select()
    .from(draftHolds)
    .where(and(eq(draftHolds.bookingDraftId, bookingDraftId), gt(draftHolds.holdUntil, safely)));
  return input.legs.every(({ legId, seats }) => {
    const held = receipts.find((receipt) => receipt.legId === legId)?.seats ?? [];
    return seats.every((seat) => held.includes(seat));
  });
}

function saleRequest(order: PurchaseOrder, bookingDraftId: string | null) {
  const { airline, input, quote, key } = order;
  const participants = inCanonicalOrder(quote.legs.map(({ legId }) => operatingAirline(legId)));
  const shares = Object.fromEntries(participants.map((code) => [code, shareOf(airline, input)]));
  const sale: Sale = {
    kind: 'sale',
    recordLocator: mintRecordLocator(airline.code, airline.ids.randomIndex),
    customerId: key.customerId,
    bookingDraftId,
    bookedAt: airline.clock.now().toISOString(),
    passengerCount: input.passengers.length,
    totalCents: quote.totalCents,
    parts: participants.map((code) =>
      partOf(code, quote.legs, { count: input.passengers.length, share: shares[code] }),
    ),
  };
  const manifest = {
    globalTransactionId: key.globalTransactionId,
    coordinator: airline.code,
    participants,
    work: sale,
  };
  return { manifest, privateWork: shares, sale };
}

function shareOf(airline: Airline, { passengers, contact }: PurchaseInput): PrivateShare {
  return { salt: airline.ids.uuid(), passengers, contact };
}

function partOf(
  airline: AirlineCode,
  legs: readonly QuotedLeg[],
  { count, share }: { count: number; share: unknown },
): SalePart {
  const own = legs.filter(({ legId }) => operatingAirline(legId) === airline);
  const surcharges = sumCents(own.flatMap((leg) => leg.seats.map((seat) => seat.surchargeCents)));
  return {
    airline,
    legs: own,
    totalCents: sumCents(own.map((leg) => leg.fareCents * count)) + surcharges,
    privateHash: hashOf(share),
  };
}
