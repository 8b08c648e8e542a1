import { expect, test } from '@playwright/test';
import { newAccount, register, signInAt } from './api/customers';
import { buy, decided } from './api/purchases';
import { findInterlineTrip, freeSeats, interlineRoute, orderFor, travelDateOf } from './api/trips';
import type { BookingList, PurchaseResult } from './api/wire';
import { registerInBrowser } from './pages/account';
import { chooseFirstTrip, flightsUrl } from './pages/flights';
import { buyButton, fillPassenger, readConfirmation } from './pages/purchase';
import { chooseSeats, continueToPassengers } from './pages/seats';

const date = travelDateOf('idempotency');

test('the same purchase twice at once and once more later is one booking', async () => {
  const client = await register('rumos');
  const order = await orderFor(client, await findInterlineTrip(client, date));

  const [one, other] = await Promise.all([buy(client, order), buy(client, order)]);
  const later = await buy(client, order);

  expect(one.status).toBe('confirmed');
  const { recordLocator } = one.booking ?? {};
  const same = {
    status: 'confirmed',
    globalTransactionId: one.globalTransactionId,
    booking: { recordLocator },
  };
  expect(other).toMatchObject(same);
  expect(later).toMatchObject(same);
  const outcome = await client.ask<PurchaseResult>('booking.outcome', {
    idempotencyKey: order.idempotencyKey,
  });
  expect(outcome).toMatchObject(same);
  const { bookings } = await client.ask<BookingList>('booking.list');
  expect(bookings.map((booking) => booking.recordLocator)).toEqual([recordLocator]);
});

test('a customer who hangs up half-way has bought all the same', async () => {
  const client = await register('giro');
  const order = await orderFor(client, await findInterlineTrip(client, date));
  const { idempotencyKey } = order;
  const hangingUp = new AbortController();
  const sent = client.send('/api/trpc/booking.purchase', {
    method: 'POST',
    body: JSON.stringify(order),
    headers: { 'content-type': 'application/json' },
    signal: hangingUp.signal,
  });
  const outcome = () => client.askAnyway<PurchaseResult>('booking.outcome', { idempotencyKey });
  await expect.poll(async () => (await outcome()).status, { intervals: [1] }).toBe(200);
  hangingUp.abort();
  await sent.catch(() => undefined);

  const begun = await client.ask<PurchaseResult>('booking.outcome', { idempotencyKey });
  expect((await decided(client, order, begun)).status).toBe('confirmed');
});

test('a refused purchase stays refused under its key, and a new key buys', async () => {
  const client = await register('boreal');
  const trip = await findInterlineTrip(client, date);
  const stale = await orderFor(client, trip);
  const refused = await buy(client, { ...stale, quotedTotalCents: stale.quotedTotalCents - 1 });
  expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'PRICE_CHANGED' } });

  const again = await buy(client, { ...stale, quotedTotalCents: stale.quotedTotalCents - 1 });
  expect(again).toMatchObject({ status: 'refused', globalTransactionId: refused.globalTransactionId });
  const bought = await buy(client, { ...stale, idempotencyKey: crypto.randomUUID() });
  expect(bought.status).toBe('confirmed');
});

test('another purchase under the same key is refused and changes nothing', async () => {
  const client = await register('giro');
  const trip = await findInterlineTrip(client, date);
  const order = await orderFor(client, trip);
  const booking = await decided(client, order, await client.tell('booking.purchase', order));
  const [leg] = trip.legs;
  if (!leg) throw new Error('a trip has legs');
  const [otherSeat] = await freeSeats(client, leg.legId);

  const other = {
    ...order,
    legs: order.legs.map((one) =>
      one.legId === leg.legId ? { ...one, seats: [otherSeat?.designator ?? ''] } : one,
    ),
  };
  const answer = await client.tellAnyway('booking.purchase', other);

  expect(answer).toMatchObject({ status: 409, refusal: { code: 'IDEMPOTENCY_MISMATCH' } });
  expect(answer.message).toMatch(/\w+ .*\.$/);
  const { bookings } = await client.ask<BookingList>('booking.list');
  expect(bookings).toHaveLength(1);
  expect(bookings[0]?.recordLocator).toBe(booking.booking?.recordLocator);
});

test('a double click on the button is one booking', async ({ page }) => {
  const account = newAccount();
  await registerInBrowser(page, 'boreal', account);
  await page.goto(flightsUrl('boreal', { ...interlineRoute, date }));
  await chooseFirstTrip(page);
  await chooseSeats(page);
  await continueToPassengers(page);
  await fillPassenger(page);

  const reviewUrl = page.url();
  await buyButton(page).dblclick();
  const locator = await readConfirmation(page);
  await page.goto(reviewUrl);
  expect(await readConfirmation(page), 'the review of a bought draft is its booking').toBe(locator);

  const { bookings } = await (await signInAt('boreal', account)).ask<BookingList>('booking.list');
  expect(bookings.map(({ recordLocator }) => recordLocator)).toEqual([locator]);
});
