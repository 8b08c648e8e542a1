import { randomUUID } from 'node:crypto';
import { newPassengers } from '@/e2e/api/passengers';
import { hashOf } from '@/server/atomic-commit/canonical-json';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { Order } from '../orders';
import type { SeatForSale } from '../seat-supply';

/** What the airlines write about one purchase, made before the clock of any transaction runs. */
export type PurchaseRows = {
  id: string;
  order: Order;
  customerId: string;
  recordLocator: string;
  totalCents: number;
  manifest: string;
  manifestHash: string;
  /** What each participant is told in confidence. */
  share: string;
  passenger: { name: string; birthDate: string; kind: string; number: string };
  now: string;
};

export function rowsOf(order: Order): PurchaseRows {
  const [passenger] = newPassengers(1);
  if (!passenger) throw new Error('a purchase has a passenger');
  const share = { salt: randomUUID(), passengers: [passenger], contact: { email: 'ana@example.com' } };
  const id = randomUUID();
  const customerId = randomUUID();
  const recordLocator = nextLocator();
  const totalCents = order.seats.reduce((sum, one) => sum + one.fareCents + one.surchargeCents, 0);
  const now = new Date().toISOString();
  const work = {
    kind: 'sale',
    recordLocator,
    customerId,
    bookingDraftId: null,
    bookedAt: now,
    passengerCount: 1,
    totalCents,
    parts: order.seats.map((seat) => partOf(seat, hashOf(share))),
  };
  const manifest = {
    globalTransactionId: id,
    coordinator: order.coordinator,
    participants: order.participants,
    work,
  };
  const { name, birthDate, document } = passenger;
  return {
    id,
    order,
    customerId,
    recordLocator,
    totalCents,
    manifest: JSON.stringify(manifest),
    manifestHash: hashOf(manifest),
    share: JSON.stringify(share),
    passenger: { name, birthDate, ...document },
    now,
  };
}

let locatorsTaken = 0;

/** As long as a record locator and like none that a site could draw: a collision would not be the site's to avoid. */
export function nextLocator(): string {
  return `D${(locatorsTaken++).toString(36).padStart(5, '0')}`;
}

function partOf({ airline, legId, seat, fareCents, surchargeCents }: SeatForSale, privateHash: string) {
  const legs = [{ legId, fareCents, seats: [{ seat, surchargeCents }] }];
  return { airline, legs, totalCents: fareCents + surchargeCents, privateHash };
}

/** The seat that an airline sells in this purchase, or undefined at a witness. */
export function seatOf({ order }: PurchaseRows, airline: AirlineCode): SeatForSale | undefined {
  return order.seats.find((seat) => seat.airline === airline);
}
