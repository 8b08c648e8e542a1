import { and, eq, inArray, or } from 'drizzle-orm';
import { cabins } from '@/db/schema';
import type { Airline } from '../airline';
import { type Cabin, findSeat, surchargeCents } from '../domain/cabin';
import type { Leg, LegId } from '../domain/leg';
import { sumCents } from '../domain/money';
import { Refusal } from '../errors';

export type QuotedLeg = {
  legId: LegId;
  fareCents: number;
  seats: { seat: string; surchargeCents: number }[];
};

export type Quote = {
  legs: QuotedLeg[];
  fareTotalCents: number;
  surchargeTotalCents: number;
  totalCents: number;
};

export type SeatsByLeg = ReadonlyMap<LegId, readonly string[]>;

type Wanted = { passengerCount: number; seats: SeatsByLeg };

/** The cabin that a leg flies with, as far as it is known here. */
export type CabinOfLeg = (leg: Leg) => Cabin | undefined;

/**
 * The full price of legs for `passengerCount` passengers with the chosen seats (a leg without seats yet: fares alone),
 * from this site's replica. The owner checks it again when it prepares. Throws `SEAT_UNKNOWN`.
 */
export async function quote(airline: Airline, legs: readonly Leg[], wanted: Wanted): Promise<Quote> {
  return quoteIn(await readCabins(airline, legs), legs, wanted);
}

/** The same in cabins that were read before. */
export function quoteIn(cabinOf: CabinOfLeg, legs: readonly Leg[], { passengerCount, seats }: Wanted): Quote {
  const quoted = legs.map((leg) => ({
    legId: leg.legId,
    fareCents: leg.fareCents,
    seats: (seats.get(leg.legId) ?? []).map((designator) => {
      const layout = cabinOf(leg);
      const seat = layout && findSeat(layout, designator);
      if (!seat)
        throw new Refusal('SEAT_UNKNOWN', { airline: leg.airline, legId: leg.legId, seat: designator });
      return { seat: designator, surchargeCents: surchargeCents(seat) };
    }),
  }));
  const fareTotalCents = sumCents(legs.map((leg) => leg.fareCents * passengerCount));
  const surchargeTotalCents = sumCents(quoted.flatMap((leg) => leg.seats.map((seat) => seat.surchargeCents)));
  return {
    legs: quoted,
    fareTotalCents,
    surchargeTotalCents,
    totalCents: fareTotalCents + surchargeTotalCents,
  };
}

/** The cabins of legs, from this site's replica. */
export async function readCabins(airline: Airline, legs: readonly Leg[]): Promise<CabinOfLeg> {
  const airlines = [...new Set(legs.map((leg) => leg.airline))];
  const wanted = airlines.map((code) => {
    const codes = legs.filter((leg) => leg.airline === code).map((leg) => leg.cabin);
    return and(eq(cabins.airline, code), inArray(cabins.code, codes));
  });
  const rows = await airline.db
    .select()
    .from(cabins)
    .where(or(...wanted));
  const layouts = new Map(rows.map((row) => [`${row.airline}:${row.code}`, row.layout]));
  return (leg) => layouts.get(`${leg.airline}:${leg.cabin}`);
}
