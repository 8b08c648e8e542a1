import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type Cabin, seatsOf, surchargeCents } from '@/server/domain/cabin';
import type { Databases } from './databases';

/** A seat that nobody else is given. */
export type SeatForSale = {
  airline: AirlineCode;
  legId: string;
  seat: string;
  fareCents: number;
  surchargeCents: number;
};

/** The next unused seat of an airline. Throws when all are used. */
export type SeatSupply = (airline: AirlineCode) => SeatForSale;

/** So many flights are on sale at once, as on a busy day: buyers spread over them seat by seat. */
const legsAtOnce = 64;

/** Days from today. The windows of the airlines do not overlap, so that any legs in their order make a possible trip. */
const windows: Record<AirlineCode, { from: number; to: number }> = {
  rumos: { from: 8, to: 24 },
  giro: { from: 26, to: 41 },
  boreal: { from: 43, to: 58 },
};

type LegRow = { legId: string; fareCents: number; layout: Cabin };

/** Reads what the three airlines have for sale. */
export async function openSeatSupply(databases: Databases): Promise<SeatSupply> {
  const supplies = await Promise.all(
    airlineCodes.map(async (airline) => {
      const { from, to } = windows[airline];
      const rows = await databases[airline]<LegRow[]>`
        select leg_id as "legId", fare_cents as "fareCents", layout
        from legs join cabins on cabins.airline = legs.airline and cabins.code = legs.cabin
        where legs.airline = ${airline} and status = 'scheduled'
          and service_date between current_date + ${from}::int and current_date + ${to}::int
          and not exists (select from seat_claims where seat_claims.leg_id = legs.leg_id)
        order by departs_at, leg_id`;
      return [airline, seatBySeat(airline, rows)] as const;
    }),
  );
  const byAirline = new Map(supplies);
  return (airline) => {
    const next = byAirline.get(airline)?.next();
    if (!next || next.done) throw new Error(`${airline} has no seats left: measure fewer seconds`);
    return next.value;
  };
}

/** One seat of each flight of a block, then the next of each; when these flights are full, the next block. */
function* seatBySeat(airline: AirlineCode, legs: readonly LegRow[]): Generator<SeatForSale, void> {
  for (let start = 0; start < legs.length; start += legsAtOnce) {
    const block = legs
      .slice(start, start + legsAtOnce)
      .map((leg) => ({ ...leg, seats: seatsOf(leg.layout) }));
    const largest = Math.max(...block.map(({ seats }) => seats.length));
    for (let index = 0; index < largest; index++) {
      for (const { legId, fareCents, seats } of block) {
        const seat = seats[index];
        if (seat)
          yield { airline, legId, seat: seat.designator, fareCents, surchargeCents: surchargeCents(seat) };
      }
    }
  }
}
