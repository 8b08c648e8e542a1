import { randomUUID } from 'node:crypto';
import type { AirlineCode } from './airlines';
import { newPassengers } from './passengers';
import type { SiteClient } from './site-client';
import type { Itinerary, Leg, PurchaseOrder, SearchAnswer, Seat, SeatMap } from './wire';

/** The pair that takes all three airlines on every day: only Boreal flies to Acre, none goes on to Bahia alone. */
export const interlineRoute = { from: 'RBR', to: 'SSA' } as const;

const dayMs = 24 * 60 * 60_000;

/**
 * A travel date of its own for each whole-run test, so that no test takes another's seats: legs are dated. Three days
 * apart, because a trip may end on the day after it begins. All are more than seven days ahead, where cancelling is free.
 */
const daysAhead = {
  'interline-trip': 9,
  'last-seat': 12,
  'one-refused-leg': 15,
  'peer-down': 18,
  'bad-input': 21,
  brands: 24,
  'keyboard-only': 27,
  accessibility: 30,
  idempotency: 33,
  'untrusted-peer': 36,
  'untrusted-session': 39,
  'power-cut': 42,
  'account-everywhere': 45,
  'both-peers-dead': 48,
  'live-seats': 51,
  'round-trip': 54,
  'search-results': 57,
  'back-after-purchase': 60,
} as const;

export type Purpose = keyof typeof daysAhead;

/** `YYYY-MM-DD`, by the calendar in São Paulo. */
export function travelDateOf(purpose: Purpose): string {
  const day = new Date(Date.now() + daysAhead[purpose] * dayMs);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' }).format(day);
}

/** The date `days` after another, for the way back. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

type Wanted = {
  from: string;
  to: string;
  date: string;
  passengers?: number;
  maxStops?: number;
  airlines?: AirlineCode[];
};

/** What a site offers, bookable or not, cheapest first. */
export function search(client: SiteClient, wanted: Wanted): Promise<SearchAnswer> {
  return client.ask<SearchAnswer>('search.itineraries', { passengers: 1, sort: 'price', ...wanted });
}

/** The cheapest trip with a leg of each of the three airlines. */
export async function findInterlineTrip(client: SiteClient, date: string): Promise<Itinerary> {
  const { itineraries } = await search(client, { ...interlineRoute, date });
  const trip = itineraries.find(({ bookable, legs }) => bookable && airlinesOf(legs).length === 3);
  if (!trip) throw new Error(`no trip over three airlines on ${date}: ${JSON.stringify(itineraries)}`);
  return trip;
}

/** A leg that one airline flies without the others, from its own hub. */
export async function findOwnTrip(
  client: SiteClient,
  airline: AirlineCode,
  date: string,
): Promise<Itinerary> {
  const query = { ...homeRoutes[airline], date, airlines: [airline], maxStops: 0 };
  const { itineraries } = await search(client, query);
  const trip = itineraries.find(({ bookable }) => bookable);
  if (!trip) throw new Error(`${airline} does not fly its own route on ${date}`);
  return trip;
}

/** Routes that each airline flies every day. */
export const homeRoutes: Record<AirlineCode, { from: string; to: string }> = {
  rumos: { from: 'GRU', to: 'GIG' },
  giro: { from: 'GRU', to: 'BSB' },
  boreal: { from: 'VCP', to: 'BSB' },
};

export function airlinesOf(legs: readonly Leg[]): AirlineCode[] {
  return [...new Set(legs.map(({ airline }) => airline))];
}

export function seatMap(client: SiteClient, legId: string): Promise<SeatMap> {
  return client.ask<SeatMap>('inventory.seatMap', { legId });
}

/** Free seats of a leg without surcharge, the rear ones first: people and other tests choose from the front. */
export async function freeSeats(client: SiteClient, legId: string): Promise<Seat[]> {
  const { rows } = await seatMap(client, legId);
  const free = rows.flatMap(({ seats }) => seats).filter(({ state }) => state === 'free');
  return free.toReversed().sort((a, b) => a.surchargeCents - b.surchargeCents);
}

/** An order for the first free seats of every leg of a trip, at today's price. */
export async function orderFor(
  client: SiteClient,
  { legs }: Pick<Itinerary, 'legs'>,
  passengerCount = 1,
): Promise<PurchaseOrder> {
  const chosen = await Promise.all(
    legs.map(async (leg) => ({
      leg,
      seats: (await freeSeats(client, leg.legId)).slice(0, passengerCount),
    })),
  );
  const cents = chosen.map(
    ({ leg, seats }) =>
      leg.fareCents * passengerCount + seats.reduce((sum, seat) => sum + seat.surchargeCents, 0),
  );
  return {
    idempotencyKey: randomUUID(),
    legs: chosen.map(({ leg, seats }) => ({
      legId: leg.legId,
      seats: seats.map(({ designator }) => designator),
    })),
    passengers: newPassengers(passengerCount),
    contact: { email: 'ana@example.com' },
    quotedTotalCents: cents.reduce((sum, one) => sum + one, 0),
  };
}

/** The same seats wanted by somebody else. */
export function rivalOf(order: PurchaseOrder): PurchaseOrder {
  return { ...order, idempotencyKey: randomUUID() };
}
