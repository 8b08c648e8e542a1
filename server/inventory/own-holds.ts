import { and, eq, gte, inArray } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { seatClaims } from '@/db/schema';
import type { Airline } from '../airline';
import { markAvailabilityStale } from '../catalogue/mark-availability';
import type { LegId } from '../domain/leg';
import { maxPassengersPerBooking } from '../domain/passenger';
import { Refusal } from '../errors';
import { requireMemory } from '../memory/require-memory';
import { insertHolds, readClaims } from './claims';
import { lineUp, signalRelease, type TurnedDown } from './line-up';
import type { HoldReceipt } from './messages';
import { checkForSale, getOwnLegs, getSeats } from './own-leg';

/** How long a hold lasts and by how much one extension moves it; long enough to fill in nine passengers. */
export const holdDurationMs = 10 * 60_000;

/** No hold lives longer than this from its first click, however often it is extended. */
export const maxHoldMs = 40 * 60_000;

export type HoldKey = { legId: LegId; bookingDraftId: string };

async function receiptOf(
  airline: Airline,
  db: Database | Tx,
  { legId, bookingDraftId }: HoldKey,
): Promise<HoldReceipt> {
  const held = await db
    .select({ seat: seatClaims.seat, holdUntil: seatClaims.holdUntil })
    .from(seatClaims)
    .where(heldNow(airline, { legId, bookingDraftId }))
    .orderBy(seatClaims.claimedAt, seatClaims.seat);
  const soonest = held.reduce(
    (least, { holdUntil }) => Math.min(least, holdUntil?.getTime() ?? least),
    Number.POSITIVE_INFINITY,
  );
  return {
    holdUntil: held.length > 0 ? new Date(soonest).toISOString() : null,
    seats: held.map(({ seat }) => seat),
  };
}

function heldNow(airline: Airline, { legId, bookingDraftId }: HoldKey) {
  return and(
    eq(seatClaims.legId, legId),
    eq(seatClaims.bookingDraftId, bookingDraftId),
    eq(seatClaims.state, 'held'),
    gte(seatClaims.holdUntil, airline.clock.now()),
  );
}

/** How long a seat is waited for that an undecided purchase has prepared; most decide sooner. */
const contestedWaitMs = 1_500;

export type HoldWish = HoldKey & { seats: readonly string[]; customerId: string | null };

/**
 * Holds seats of one of this airline's legs for a draft, all or none; seats that it already holds stay as they are. A
 * seat that an undecided purchase has prepared is waited for a little: it may come free. Throws `SEAT_TAKEN`,
 * `SEAT_CONTESTED`, `SEAT_UNKNOWN`, `HOLD_LIMIT`, `LEG_UNKNOWN`, `LEG_CANCELLED`, `CUT_OFF_PASSED`, `OVERLOADED` or
 * `AIRLINE_RECOVERING`.
 */
export async function holdOwnSeats(airline: Airline, wish: HoldWish): Promise<HoldReceipt> {
  await requireMemory(airline);
  const { legId, seats, bookingDraftId } = wish;
  const [leg] = await getOwnLegs(airline, airline.db, [legId]);
  if (!leg) throw new Refusal('LEG_UNKNOWN', { legId });
  checkForSale(airline, leg, airline.clock.now());
  getSeats(leg, seats);
  const place = lineUp(airline, { owner: bookingDraftId, wanted: [{ legId, seats }] });
  const deadline = performance.now() + contestedWaitMs;
  try {
    for (;;) {
      const turnedDown = await place.turn(deadline - performance.now());
      if (turnedDown) throw refusalOf(turnedDown);
      const outcome = await tryToHold(airline, wish);
      if (outcome.kind === 'held') {
        markAvailabilityStale(airline, [legId]);
        return outcome.receipt;
      }
      const { seat, isContested } = outcome;
      if (!isContested) throw new Refusal('SEAT_TAKEN', { airline: airline.code, legId, seat });
    }
  } finally {
    place.leave({ isPrepared: false });
  }
}

function refusalOf({ code, ...about }: TurnedDown): Refusal {
  return new Refusal(code, about);
}

type HoldOutcome =
  | { kind: 'held'; receipt: HoldReceipt }
  | { kind: 'missing'; seat: string; isContested: boolean };

async function tryToHold(airline: Airline, { seats, customerId, ...key }: HoldWish): Promise<HoldOutcome> {
  const { legId, bookingDraftId } = key;
  const now = airline.clock.now();
  const holdUntil = new Date(now.getTime() + holdDurationMs);
  return airline.db.transaction(async (tx) => {
    const before = await receiptOf(airline, tx, key);
    const wanted = seats.filter((seat) => !before.seats.includes(seat));
    if (before.seats.length + wanted.length > maxPassengersPerBooking)
      throw new Refusal('HOLD_LIMIT', { airline: airline.code, legId });
    const got = await insertHolds(
      tx,
      { legId, seats: wanted },
      { customerId, bookingDraftId, now, holdUntil },
    );
    const missing = wanted.find((seat) => !got.includes(seat));
    if (!missing) return { kind: 'held', receipt: await receiptOf(airline, tx, key) };
    await tx.delete(seatClaims).where(and(heldNow(airline, key), inArray(seatClaims.seat, got)));
    const [claim] = await readClaims(tx, { legId, seats: [missing] });
    return { kind: 'missing', seat: missing, isContested: claim === undefined || claim.state === 'prepared' };
  });
}

/** Gives every seat that the draft holds on the leg another ten minutes, at most forty in all. Throws `HOLD_EXPIRED`. */
export async function extendOwnHold(airline: Airline, key: HoldKey): Promise<HoldReceipt> {
  await requireMemory(airline);
  const now = airline.clock.now();
  return airline.db.transaction(async (tx) => {
    const held = await tx
      .select()
      .from(seatClaims)
      .where(heldNow(airline, key))
      .orderBy(seatClaims.seat)
      .for('update');
    if (held.length === 0) throw new Refusal('HOLD_EXPIRED', { airline: airline.code, legId: key.legId });
    const firstClick = Math.min(...held.map((claim) => claim.claimedAt.getTime()));
    const holdUntil = new Date(Math.min(now.getTime() + holdDurationMs, firstClick + maxHoldMs));
    await tx.update(seatClaims).set({ holdUntil }).where(heldNow(airline, key));
    return receiptOf(airline, tx, key);
  });
}

/** Lets seats go that the draft holds; seats that it does not hold are left alone. */
export async function releaseOwnHold(
  airline: Airline,
  { seats, ...key }: HoldKey & { seats: readonly string[] },
): Promise<HoldReceipt> {
  await airline.db.delete(seatClaims).where(and(heldNow(airline, key), inArray(seatClaims.seat, [...seats])));
  signalRelease(airline, [{ legId: key.legId, seats }]);
  markAvailabilityStale(airline, [key.legId]);
  return receiptOf(airline, airline.db, key);
}
