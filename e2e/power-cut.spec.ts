import { expect, test } from '@playwright/test';
import { killAirline, startAirline, waitForPeerState } from './alliance/faults';
import { airlines, othersThan } from './api/airlines';
import { newAccount, register, signInAt } from './api/customers';
import { allSeats, buy, buyBooking, seatStates } from './api/purchases';
import { SiteClient } from './api/site-client';
import { findInterlineTrip, orderFor, rivalOf, travelDateOf } from './api/trips';
import type { Booking } from './api/wire';

const struck = 'boreal';

test.afterAll(async () => {
  await startAirline(struck);
  for (const site of othersThan(struck)) await waitForPeerState(site, struck, 'live');
});

test('a power cut at one airline takes back nothing that was confirmed', async () => {
  const account = newAccount();
  const client = await register('giro', account);
  const order = await orderFor(client, await findInterlineTrip(client, travelDateOf('power-cut')));
  const { recordLocator } = await buyBooking(client, order);

  await killAirline(struck);
  await startAirline(struck);
  for (const site of othersThan(struck)) await waitForPeerState(site, struck, 'live');

  for (const site of airlines) {
    const there = await signInAt(site, account);
    const booking = await there.ask<Booking>('booking.get', { recordLocator });
    expect(booking).toMatchObject({ state: 'confirmed', silentAirlines: [] });
    expect(await seatStates(new SiteClient(site), order)).toEqual(allSeats(order, 'taken'));
  }
  const { status, refusal } = await buy(await register(struck), rivalOf(order));
  expect({ status, code: refusal?.code }).toEqual({ status: 'refused', code: 'SEAT_TAKEN' });
});
