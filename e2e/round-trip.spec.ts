import { expect, type Page, test } from '@playwright/test';
import { type AirlineCode, airlines } from './api/airlines';
import { newAccount, signInAt } from './api/customers';
import { allSeats, seatStates } from './api/purchases';
import { SiteClient } from './api/site-client';
import { daysAfter, interlineRoute, travelDateOf } from './api/trips';
import type { Booking } from './api/wire';
import { registerInBrowser, signInInBrowser } from './pages/account';
import { chooseFirstRoundTrip, searchFromHome } from './pages/flights';
import { watchForFaults } from './pages/page-faults';
import { buyButton, fillPassenger, readConfirmation } from './pages/purchase';
import { continueToPassengers, legTabs, letChooseAllSeats } from './pages/seats';
import { expectTripState, openCancellation, openTrips } from './pages/trips';

const date = travelDateOf('round-trip');
const returnDate = daysAfter(date, 2);
const bothWays = 'Rio Branco e Salvador, ida e volta';

test('there and back over three airlines: searched, bought at once, seen as one trip, cancelled whole', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const account = newAccount();
  const faults = watchForFaults(page);
  await registerInBrowser(page, 'boreal', account);

  await test.step('choose the way there, then the way back', async () => {
    await searchFromHome(page, 'boreal', { ...interlineRoute, date, returnDate });
    await chooseFirstRoundTrip(page);
  });

  const legCount = await test.step('take a seat on every leg, there and back', async () => {
    const names = await legTabs(page).allTextContents();
    expect(names.filter((name) => name.startsWith('Ida')).length).toBeGreaterThan(1);
    expect(names.filter((name) => name.startsWith('Volta')).length).toBeGreaterThan(1);
    await letChooseAllSeats(page);
    await continueToPassengers(page);
    return names.length;
  });

  const locator = await test.step('review both ways with their prices, and buy', async () => {
    await fillPassenger(page);
    await expectBothWays(page);
    const price = page.getByRole('table', { name: 'Preço por trecho' });
    await expect(price.getByRole('rowheader', { name: 'Ida', exact: true })).toBeVisible();
    await expect(price.getByRole('rowheader', { name: 'Volta', exact: true })).toBeVisible();
    await buyButton(page).click();
    return readConfirmation(page);
  });
  await expect(page.getByText(bothWays)).toBeAttached();
  await expectBothWays(page);

  const order = await test.step('every leg is sold, in one booking of all three', async () => {
    const booking = await bookingAt('giro', locator, account);
    expect(booking.participants).toEqual([...airlines]);
    const legs = booking.parts.flatMap((part) => part.legs);
    expect(legs).toHaveLength(legCount);
    const sold = legs.map((leg) => ({ legId: leg.legId, seats: leg.seats.map(({ seat }) => seat) }));
    expect(await seatStates(new SiteClient('rumos'), { legs: sold })).toEqual(
      allSeats({ legs: sold }, 'taken'),
    );
    return { legs: sold };
  });

  await test.step('another site shows one trip with two ways, and cancels both', async () => {
    await signInInBrowser(page, 'rumos', account);
    const card = await openTrips(page, 'rumos', locator);
    await expectTripState(card, 'Confirmada');
    await expect(card.getByRole('heading', { name: bothWays })).toBeVisible();
    await expect(card).toContainText(/Ida: .+Volta: /);
    await openCancellation(page, card);
    await page.getByRole('button', { name: /^Cancelar e receber R\$/ }).click();
    await expect(page.getByText('Viagem cancelada. Os assentos foram liberados')).toBeVisible();
    await expect.poll(() => seatStates(new SiteClient('giro'), order)).toEqual(allSeats(order, 'free'));
  });
  expect(faults).toEqual([]);
});

/** The legs stand under two headings, each from its own origin. */
async function expectBothWays(page: Page): Promise<void> {
  for (const name of [/^Ida.*Rio Branco para Salvador/, /^Volta.*Salvador para Rio Branco/]) {
    await expect(page.getByRole('main').getByRole('heading', { level: 3, name })).toBeVisible();
  }
}

async function bookingAt(
  site: AirlineCode,
  recordLocator: string,
  account: ReturnType<typeof newAccount>,
): Promise<Booking> {
  return (await signInAt(site, account)).ask<Booking>('booking.get', { recordLocator });
}
