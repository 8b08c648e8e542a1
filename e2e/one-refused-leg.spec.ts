import { expect, test } from '@playwright/test';
import { type AirlineCode, airlines, othersThan } from './api/airlines';
import { register } from './api/customers';
import { allSeats, buy, buyBooking, seatStates } from './api/purchases';
import { findInterlineTrip, orderFor, travelDateOf } from './api/trips';
import type { BookingList, Leg, PurchaseOrder } from './api/wire';

const date = travelDateOf('one-refused-leg');

for (const soldOut of airlines) {
  test(`a trip whose seat at ${soldOut} is sold is refused whole, and nothing of it stays claimed`, async () => {
    const [first, late] = await Promise.all([register(soldOut), register(buyingSite(soldOut))]);
    const trip = await findInterlineTrip(late, date);
    const order = await orderFor(late, trip);
    await buyBooking(first, partOf(order, trip.legs, soldOut));

    const { status, refusal, booking } = await buy(late, order);

    expect(status).toBe('refused');
    expect(refusal).toMatchObject({ code: 'SEAT_TAKEN', airline: soldOut });
    expect(refusal?.message).toContain('Nada foi cobrado');
    expect(booking).toBeUndefined();
    const expected = { ...allSeats(order, 'free'), ...allSeats(partOf(order, trip.legs, soldOut), 'taken') };
    for (const client of await Promise.all(airlines.map((site) => register(site)))) {
      await expect.poll(() => seatStates(client, order)).toEqual(expected);
    }
    expect((await late.ask<BookingList>('booking.list')).bookings).toEqual([]);
  });
}

/** One that sells a leg of the trip, but not the one that is sold out: it coordinates and must take back its own yes. */
function buyingSite(soldOut: AirlineCode): AirlineCode {
  return othersThan(soldOut)[0] ?? 'rumos';
}

/** An order for one airline's legs alone: the same seats, at the same price. */
function partOf(order: PurchaseOrder, legs: readonly Leg[], airline: AirlineCode): PurchaseOrder {
  const own = legs.filter((leg) => leg.airline === airline);
  const ids = own.map(({ legId }) => legId);
  return {
    ...order,
    idempotencyKey: crypto.randomUUID(),
    legs: order.legs.filter(({ legId }) => ids.includes(legId)),
    quotedTotalCents: own.reduce((sum, leg) => sum + leg.fareCents, 0),
  };
}
