import { randomUUID } from 'node:crypto';
import { newPassengers } from '@/e2e/api/passengers';
import type { PurchaseOrder } from '@/e2e/api/wire';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { SeatForSale, SeatSupply } from './seat-supply';

/** One purchase for one passenger: whose site, and one seat of each airline that takes part. */
export type Order = { coordinator: AirlineCode; participants: AirlineCode[]; seats: SeatForSale[] };

/** Draws the next purchase over this many airlines: the sites take turns, and each buys at itself and its neighbours. */
export function createOrders(supply: SeatSupply): (airlineCount: number) => Order {
  let drawn = 0;
  return (airlineCount) => {
    const first = drawn++;
    const circle = airlineCodes.map((_, index) => airlineCodes[(first + index) % airlineCodes.length]);
    const chosen = new Set(circle.slice(0, airlineCount));
    const participants = airlineCodes.filter((code) => chosen.has(code));
    const coordinator = circle[0] ?? airlineCodes[0];
    return { coordinator, participants, seats: participants.map((code) => supply(code)) };
  };
}

/** What a customer's program sends for it. */
export function purchaseOrderOf({ seats }: Order): PurchaseOrder {
  return {
    idempotencyKey: randomUUID(),
    legs: seats.map(({ legId, seat }) => ({ legId, seats: [seat] })),
    passengers: newPassengers(1),
    contact: { email: 'ana@example.com' },
    quotedTotalCents: seats.reduce((sum, one) => sum + one.fareCents + one.surchargeCents, 0),
  };
}
