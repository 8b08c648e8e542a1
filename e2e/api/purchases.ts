import { expect } from '@playwright/test';
import type { SiteClient } from './site-client';
import { seatMap } from './trips';
import type { Booking, PurchaseOrder, PurchaseResult, SeatState } from './wire';

/** By then every purchase is decided; the slowest wait for a seat that another undecided purchase has. */
export const decisionDeadlineMs = 30_000;

/** Buys, and waits for the decision when the answer is that there is none yet. */
export async function buy(client: SiteClient, order: PurchaseOrder): Promise<PurchaseResult> {
  return decided(client, order, await client.tell<PurchaseResult>('booking.purchase', order));
}

/** The end of a purchase whose first answer is given. */
export async function decided(
  client: SiteClient,
  { idempotencyKey }: Pick<PurchaseOrder, 'idempotencyKey'>,
  first: PurchaseResult,
): Promise<PurchaseResult> {
  let result = first;
  await expect
    .poll(
      async () => {
        if (result.status === 'pending') result = await client.ask('booking.outcome', { idempotencyKey });
        return result.status;
      },
      { message: `purchase ${idempotencyKey} is decided`, timeout: decisionDeadlineMs },
    )
    .not.toBe('pending');
  return result;
}

/** Buys what is certain to be for sale. */
export async function buyBooking(client: SiteClient, order: PurchaseOrder): Promise<Booking> {
  const { status, booking, refusal } = await buy(client, order);
  if (status === 'confirmed' && booking) return booking;
  throw new Error(`not sold: ${JSON.stringify(refusal)}`);
}

/** How the seats of an order look from one site, as `LEG_ID SEAT` → state. */
export async function seatStates(
  client: SiteClient,
  { legs }: Pick<PurchaseOrder, 'legs'>,
): Promise<Record<string, SeatState>> {
  const states = await Promise.all(
    legs.map(async ({ legId, seats }) => {
      const { rows } = await seatMap(client, legId);
      const onLeg = rows.flatMap((row) => row.seats).filter(({ designator }) => seats.includes(designator));
      return onLeg.map(({ designator, state }) => [`${legId} ${designator}`, state] as const);
    }),
  );
  return Object.fromEntries(states.flat());
}

/** Every seat of an order in one state. */
export function allSeats({ legs }: Pick<PurchaseOrder, 'legs'>, state: SeatState): Record<string, SeatState> {
  return Object.fromEntries(
    legs.flatMap(({ legId, seats }) => seats.map((seat) => [`${legId} ${seat}`, state])),
  );
}
