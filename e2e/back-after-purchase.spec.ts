import { expect, test } from '@playwright/test';
import { newAccount, signInAt } from './api/customers';
import { interlineRoute, travelDateOf } from './api/trips';
import type { BookingList } from './api/wire';
import { registerInBrowser } from './pages/account';
import { chooseFirstTrip, flightsUrl } from './pages/flights';
import { buyButton, fillPassenger, readConfirmation } from './pages/purchase';
import { continueToPassengers, letChooseAllSeats } from './pages/seats';

const site = 'rumos';
const date = travelDateOf('back-after-purchase');

test('going back after a purchase leads to it, and never to a button that buys again', async ({ page }) => {
  const account = newAccount();
  await registerInBrowser(page, site, account);
  await page.goto(flightsUrl(site, { ...interlineRoute, date }));
  await chooseFirstTrip(page);
  const seatsUrl = page.url();
  await letChooseAllSeats(page);
  await continueToPassengers(page);
  await fillPassenger(page);
  await buyButton(page).click();
  const locator = await readConfirmation(page);

  for (const visited of ['passengers', 'seats']) {
    await test.step(`back to the ${visited}`, async () => {
      await page.goBack();
      await expect(page).toHaveURL(/\/bookings\/[A-Z0-9]{6}/);
      await expect(page.getByRole('main').getByText(locator).first()).toBeVisible();
      await expect(buyButton(page)).toHaveCount(0);
    });
  }
  await page.goto(seatsUrl);
  await expect(page).toHaveURL(/\/bookings\/[A-Z0-9]{6}/);

  const client = await signInAt(site, account);
  const { bookings } = await client.ask<BookingList>('booking.list');
  expect(bookings.map(({ recordLocator }) => recordLocator)).toEqual([locator]);
});
