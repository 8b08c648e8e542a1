import { expect, test } from '@playwright/test';
import { killAirline, startAirline, waitForPeerState } from './alliance/faults';
import { othersThan } from './api/airlines';
import { newAccount, register, signInAt } from './api/customers';
import { buyBooking } from './api/purchases';
import { findOwnTrip, orderFor, travelDateOf } from './api/trips';
import type { Booking, BookingList } from './api/wire';
import { signInInBrowser } from './pages/account';
import { expectTripState, openTrips } from './pages/trips';

const home = 'boreal';
const others = othersThan(home);
const date = travelDateOf('account-everywhere');

test.afterAll(async () => {
  await startAirline(home);
  for (const site of others) await waitForPeerState(site, home, 'live');
});

test('an account is everywhere before its airline can be lost, and its trips come home', async ({ page }) => {
  const account = newAccount();
  await register(home, account);
  const registeredAt = Date.now();
  const killing = killAirline(home);
  const clients = await Promise.all(others.map((site) => signInAt(site, account)));
  const signedInMs = Date.now() - registeredAt;
  await killing;
  console.log(`  signed in at ${others.join(' and ')} ${signedInMs} ms after the registration at ${home}`);

  const [buyer, witness] = clients;
  if (!buyer || !witness) throw new Error('nobody is signed in');
  const again = await signInAt(buyer.airline, account);
  const order = await orderFor(again, await findOwnTrip(again, buyer.airline, date));
  const { recordLocator } = await buyBooking(again, order);
  await expect
    .poll(async () => locatorsOf(await witness.ask<BookingList>('booking.list')))
    .toContain(recordLocator);

  await startAirline(home);
  await signInInBrowser(page, home, account);
  await expect
    .poll(async () => locatorsOf(await (await signInAt(home, account)).ask<BookingList>('booking.list')))
    .toContain(recordLocator);
  await expectTripState(await openTrips(page, home, recordLocator), 'Confirmada');
  const booking = await (await signInAt(home, account)).ask<Booking>('booking.get', { recordLocator });
  expect(booking).toMatchObject({ state: 'confirmed', participants: [buyer.airline] });
});

const locatorsOf = ({ bookings }: BookingList) => bookings.map(({ recordLocator }) => recordLocator);
