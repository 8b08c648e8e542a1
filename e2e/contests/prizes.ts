import { type AirlineCode, airlines } from '../api/airlines';
import { newPassengers } from '../api/passengers';
import type { SiteClient } from '../api/site-client';
import { findInterlineTrip, freeSeats, homeRoutes, search } from '../api/trips';
import type { Leg, Seat } from '../api/wire';
import type { Prize } from './contest';

/** Every free seat of one of this airline's own flights is a prize, as many as are wanted, from as few flights as possible. */
export async function seatsOf(
  client: SiteClient,
  seller: AirlineCode,
  { dates, count }: { dates: readonly string[]; count: number },
): Promise<Prize[]> {
  const prizes: Prize[] = [];
  for (const date of dates) {
    const query = { ...homeRoutes[seller], date, airlines: [seller], maxStops: 0 };
    const { itineraries } = await search(client, query);
    const offered = itineraries.filter(({ bookable }) => bookable).flatMap(({ legs }) => legs);
    for (const leg of offered.toSorted((a, b) => b.seatsLeft - a.seatsLeft)) {
      const free = await freeSeats(client, leg.legId);
      prizes.push(...free.map((seat) => prizeOf([{ leg, seat }])));
      if (prizes.length >= count) return prizes.slice(0, count);
    }
  }
  throw new Error(`${seller} has ${prizes.length} free seats, not ${count}`);
}

/** Trips over all three airlines that share flights but no seat. */
export async function interlineTrips(client: SiteClient, date: string, count: number): Promise<Prize[]> {
  const { legs } = await findInterlineTrip(client, date);
  const free = await Promise.all(legs.map(({ legId }) => freeSeats(client, legId)));
  const possible = Math.min(count, ...free.map((seats) => seats.length));
  return Array.from({ length: possible }, (_, index) =>
    prizeOf(
      legs.flatMap((leg, onLeg) =>
        (free[onLeg] ?? []).slice(index, index + 1).map((seat) => ({ leg, seat })),
      ),
    ),
  );
}

/** As many seats as are wanted, a third of them with each airline. */
export async function seatsOfAll(
  client: SiteClient,
  wanted: { dates: readonly string[]; count: number },
): Promise<Prize[]> {
  const each = Math.ceil(wanted.count / airlines.length);
  const found = await Promise.all(
    airlines.map((seller) => seatsOf(client, seller, { ...wanted, count: each })),
  );
  return found.flat().slice(0, wanted.count);
}

function prizeOf(chosen: { leg: Leg; seat: Seat }[]): Prize {
  return {
    legs: chosen.map(({ leg, seat }) => ({ legId: leg.legId, seats: [seat.designator] })),
    passengers: newPassengers(1),
    contact: { email: 'ana@example.com' },
    quotedTotalCents: chosen.reduce((sum, { leg, seat }) => sum + leg.fareCents + seat.surchargeCents, 0),
  };
}
