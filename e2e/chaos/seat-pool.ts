import { randomUUID } from 'node:crypto';
import type { AirlineCode } from '../api/airlines';
import { newPassengers } from '../api/passengers';
import { SiteClient } from '../api/site-client';
import { freeSeats } from '../api/trips';
import type { PurchaseOrder } from '../api/wire';
import type { Databases } from './databases';

/** One seat on one leg, with what it costs. */
export type Offer = { airline: AirlineCode; legId: string; seat: string; cents: number };

/** `reserved` are for later: nobody wants them before. */
export type LegOffers = { airline: AirlineCode; legId: string; offers: Offer[]; reserved: Offer[] };

/** Of each leg. */
const reservedCount = 6;

/** Legs of different airlines must follow each other in time; each airline's days lie behind those of the one before. */
const firstDay: Record<AirlineCode, number> = { rumos: 9, giro: 11, boreal: 13 };

/** Some legs of one airline on its day, with all free seats without surcharge first. */
export async function findOffers(
  databases: Databases,
  airline: AirlineCode,
  legCount: number,
): Promise<LegOffers[]> {
  const legs = await databases.of(airline)<{ leg_id: string; fare_cents: number }[]>`
    select leg_id, fare_cents from legs
    where airline = ${airline} and status = 'scheduled' and service_date = current_date + ${firstDay[airline]}::int
    order by leg_id limit ${legCount}`;
  const client = new SiteClient(airline);
  return Promise.all(
    legs.map(async ({ leg_id: legId, fare_cents: fareCents }) => {
      const seats = await freeSeats(client, legId);
      const offers = seats.map(({ designator, surchargeCents }) => ({
        airline,
        legId,
        seat: designator,
        cents: fareCents + surchargeCents,
      }));
      return {
        airline,
        legId,
        offers: offers.slice(reservedCount),
        reserved: offers.slice(0, reservedCount),
      };
    }),
  );
}

/** An order for one passenger on these seats, one on each leg. */
export function orderFor(offers: readonly Offer[]): PurchaseOrder {
  return {
    idempotencyKey: randomUUID(),
    legs: offers.map(({ legId, seat }) => ({ legId, seats: [seat] })),
    passengers: newPassengers(1),
    contact: { email: 'ana@example.com' },
    quotedTotalCents: offers.reduce((sum, { cents }) => sum + cents, 0),
  };
}
