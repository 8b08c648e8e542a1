import { and, eq } from 'drizzle-orm';
import { draftHolds } from '@/db/schema';
import type { Airline } from '../airline';
import { type LegId, operatingAirline } from '../domain/leg';
import { askOwner } from './ask-owner';
import { extendHoldProcedure, type HoldReceipt, holdProcedure, releaseHoldProcedure } from './messages';
import { extendOwnHold, type HoldKey, holdOwnSeats, releaseOwnHold } from './own-holds';
import { inPassengerOrder } from './passenger-order';

/** Remembers at this site what the owner granted: the purchase asks all owners at once when every seat is held. */
async function keepReceipt(
  airline: Airline,
  { legId, bookingDraftId }: HoldKey,
  receipt: HoldReceipt,
): Promise<HoldReceipt> {
  const { holdUntil } = receipt;
  const ofLeg = and(eq(draftHolds.bookingDraftId, bookingDraftId), eq(draftHolds.legId, legId));
  if (holdUntil === null) {
    await airline.db.delete(draftHolds).where(ofLeg);
    return receipt;
  }
  const [known] = await airline.db.select({ seats: draftHolds.seats }).from(draftHolds).where(ofLeg);
  const seats = inPassengerOrder(known?.seats ?? [], receipt.seats);
  const row = { bookingDraftId, legId, seats, holdUntil: new Date(holdUntil) };
  await airline.db
    .insert(draftHolds)
    .values(row)
    .onConflictDoUpdate({
      target: [draftHolds.bookingDraftId, draftHolds.legId],
      set: { seats, holdUntil: row.holdUntil },
    });
  return { holdUntil, seats };
}

export type HoldRequest = { legId: LegId; seats: string[]; bookingDraftId: string };

/**
 * Holds seats on a leg of any airline for a draft, all or none; what the draft already holds there stays. Throws the
 * owner's refusal (`SEAT_TAKEN` …) or `AIRLINE_OFFLINE`.
 */
export async function holdSeats(
  airline: Airline,
  request: HoldRequest & { customerId: string | null },
): Promise<HoldReceipt> {
  const owner = operatingAirline(request.legId);
  const receipt =
    owner === airline.code
      ? await holdOwnSeats(airline, request)
      : await askOwner(airline, owner, { procedure: holdProcedure, input: request });
  return keepReceipt(airline, request, receipt);
}

/** Ten more minutes for what the draft holds on the leg. Throws `HOLD_EXPIRED` or `AIRLINE_OFFLINE`. */
export async function extendHold(airline: Airline, key: HoldKey): Promise<HoldReceipt> {
  const owner = operatingAirline(key.legId);
  const receipt =
    owner === airline.code
      ? await extendOwnHold(airline, key)
      : await askOwner(airline, owner, { procedure: extendHoldProcedure, input: key });
  return keepReceipt(airline, key, receipt);
}

/** Lets seats go; afterwards `seats` is what the draft still holds on the leg. */
export async function releaseHold(airline: Airline, request: HoldRequest): Promise<HoldReceipt> {
  const owner = operatingAirline(request.legId);
  const receipt =
    owner === airline.code
      ? await releaseOwnHold(airline, request)
      : await askOwner(airline, owner, { procedure: releaseHoldProcedure, input: request });
  return keepReceipt(airline, request, receipt);
}
