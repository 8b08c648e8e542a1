import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { cabins, legs } from '@/db/schema';
import type { Airline } from '../airline';
import type { Cabin } from '../domain/cabin';
import { findSeat, type Seat } from '../domain/cabin';
import { type LegId, operatingAirline } from '../domain/leg';
import { isOpenForSale } from '../domain/sales-close';
import { Refusal } from '../errors';

export type OwnLeg = {
  legId: LegId;
  origin: string;
  destination: string;
  departsAt: Date;
  arrivesAt: Date;
  aircraft: string;
  fareCents: number;
  status: 'scheduled' | 'cancelled';
  cabin: Cabin;
};

/** Legs that this airline operates, with their cabins, in the given order. Throws `LEG_UNKNOWN` for the first that is not. */
export async function getOwnLegs(
  airline: Airline,
  db: Database | Tx,
  legIds: readonly LegId[],
): Promise<OwnLeg[]> {
  return inOrder(airline, legIds, await selectLegs(db, legIds));
}

/**
 * The same inside a sale: no schedule import, which locks a leg for update, can change or cancel these legs until the `tx`
 * ends. What is published of their seats may change meanwhile: neither waits for the other.
 */
export async function lockOwnLegs(airline: Airline, tx: Tx, legIds: readonly LegId[]): Promise<OwnLeg[]> {
  return inOrder(airline, legIds, await selectLegs(tx, legIds).for('key share', { of: legs }));
}

function selectLegs(db: Database | Tx, legIds: readonly LegId[]) {
  return db
    .select({ leg: legs, layout: cabins.layout })
    .from(legs)
    .innerJoin(cabins, and(eq(cabins.airline, legs.airline), eq(cabins.code, legs.cabin)))
    .where(inArray(legs.legId, [...legIds]))
    .orderBy(legs.legId)
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectLegs>>;

function inOrder(airline: Airline, legIds: readonly LegId[], rows: Selected): OwnLeg[] {
  const byId = new Map(rows.map(({ leg, layout }) => [leg.legId, { ...leg, cabin: layout }]));
  return legIds.map((legId) => {
    const leg = byId.get(legId);
    if (!leg || operatingAirline(legId) !== airline.code)
      throw new Refusal('LEG_UNKNOWN', { airline: airline.code, legId });
    return leg;
  });
}

/** Throws why this leg cannot be sold at `now`, if it cannot. */
export function checkForSale(airline: Airline, leg: OwnLeg, now: Date): void {
  const details = { airline: airline.code, legId: leg.legId };
  if (leg.status === 'cancelled') throw new Refusal('LEG_CANCELLED', details);
  if (!isOpenForSale(leg, now)) throw new Refusal('CUT_OFF_PASSED', details);
}

/** The seats with these designators. Throws `SEAT_UNKNOWN` or `SEAT_REPEATED`. */
export function getSeats(leg: OwnLeg, designators: readonly string[]): Seat[] {
  const details = { airline: operatingAirline(leg.legId), legId: leg.legId };
  return designators.map((designator, index) => {
    const seat = findSeat(leg.cabin, designator);
    if (!seat) throw new Refusal('SEAT_UNKNOWN', { ...details, seat: designator });
    if (designators.indexOf(designator) !== index)
      throw new Refusal('SEAT_REPEATED', { ...details, seat: designator });
    return seat;
  });
}
