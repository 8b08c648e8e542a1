import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { startAirline, stopAirline, waitForPeerState } from './alliance/faults';
import { type AirlineCode, othersThan } from './api/airlines';
import { type Account, newAccount, register, signInAt } from './api/customers';
import { buy, buyBooking } from './api/purchases';
import { SiteClient } from './api/site-client';
import { siteUrl } from './api/sites';
import { findInterlineTrip, interlineRoute, orderFor, rivalOf, search, travelDateOf } from './api/trips';
import type { BookingList, PurchaseOrder, SeatMap } from './api/wire';
import { signInInBrowser } from './pages/account';
import { chooseFirstTrip, flightsUrl } from './pages/flights';

const silent: AirlineCode = 'boreal';
const others = othersThan(silent);
const date = travelDateOf('peer-down');

/** A route that Rumos and Giro serve together, without the third. */
const routeOfTwo = { from: 'PVH', to: 'SSA' };

/** What a person puts up with; the promise is one second, printed beside it. */
const pageDeadlineMs = 5_000;

/** Everything that was there before the airline went away. */
let account: Account;
let locator: string;
let order: PurchaseOrder;

test.beforeAll(async () => {
  account = newAccount();
  const client = await register('giro', account);
  const trip = await findInterlineTrip(client, date);
  locator = (await buyBooking(client, await orderFor(client, trip))).recordLocator;
  order = await orderFor(client, trip);
  await stopAirline(silent);
  for (const site of others) await waitForPeerState(site, silent, 'offline');
});

test.afterAll(async () => {
  await startAirline(silent);
  for (const site of others) await waitForPeerState(site, silent, 'live');
});

for (const site of others) {
  test(`${site} says who is missing and shows its legs, not for sale`, async ({ page }) => {
    await page.goto(flightsUrl(site, { ...interlineRoute, date }));
    const states = page.getByRole('list', { name: 'Situação de cada companhia' }).getByRole('listitem');
    await expect(states.filter({ hasText: 'Boreal' })).toContainText(/sem contato.*não à venda/);
    for (const name of ['Rumos', 'Giro'])
      await expect(states.filter({ hasText: name })).toContainText('ao vivo');
    await expect(page.getByRole('heading', { name: 'Fora de venda agora' })).toBeVisible();
    await expect(page.getByText('Boreal sem contato: não dá para vender').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Escolher a viagem das/ })).toHaveCount(0);
  });

  test(`${site} still sells what the two can fly together`, async () => {
    const client = await register(site);
    const { airlines, itineraries } = await search(client, { ...routeOfTwo, date });
    expect(airlines).toMatchObject({
      boreal: { state: 'offline' },
      rumos: { state: 'live' },
      giro: { state: 'live' },
    });
    const trip = itineraries.find(
      ({ bookable, legs }) =>
        bookable && others.every((code) => legs.some(({ airline }) => airline === code)),
    );
    if (!trip) throw new Error(`no trip over ${others.join(' and ')}`);
    const booking = await buyBooking(client, await orderFor(client, trip));
    expect(booking.participants).toEqual(others);
  });

  test(`${site} sells no seat of the missing airline, and says why`, async () => {
    const client = await register(site);
    const leg = order.legs.find(({ legId }) => legId.startsWith(silent));
    const offline = { status: 503, refusal: { code: 'AIRLINE_OFFLINE', airline: silent } };
    const seats = await client.ask<SeatMap>('inventory.seatMap', { legId: leg?.legId });
    expect(seats.state, 'the seats are shown as they were published last').toBe('offline');
    const hold = { ...leg, bookingDraftId: randomUUID() };
    expect(await client.tellAnyway('inventory.hold', hold)).toMatchObject(offline);

    const { status, refusal } = await buy(client, rivalOf(order));
    expect({ status, code: refusal?.code }).toEqual({ status: 'refused', code: 'AIRLINE_OFFLINE' });
    expect(refusal?.message).toBe(
      'A Boreal não está respondendo agora. Nada foi vendido; tente de novo em instantes.',
    );
    expect((await client.ask<BookingList>('booking.list')).bookings).toEqual([]);
  });

  test(`every page of ${site} stays fast, and the booking stays readable`, async ({ page }) => {
    await signInInBrowser(page, site, account);
    const measured: string[] = [];
    const visit = async (name: string, url: string) => {
      measured.push(`${name} ${await loadMs(page, url)} ms`);
    };
    await visit('home', siteUrl(site));
    await visit('results with the missing airline', flightsUrl(site, { ...interlineRoute, date }));
    await visit('results without it', flightsUrl(site, { ...routeOfTwo, date }));
    await chooseFirstTrip(page);
    await visit('seats', page.url());
    await visit('sign-in', `${siteUrl(site)}/sign-in`);
    await visit('my trips', `${siteUrl(site)}/trips`);
    await expect(page.getByText('Boreal não respondeu agora.')).toBeVisible();
    await expect(page.getByRole('article').filter({ hasText: locator })).toHaveCount(1);
    await visit('booking', `${siteUrl(site)}/bookings/${locator}`);
    await expect(page.getByText('Boreal não está respondendo agora.')).toBeVisible();
    await visit('cancel', `${siteUrl(site)}/bookings/${locator}/cancel`);
    await expect(page.getByText('Nada mudou: sua viagem continua confirmada.')).toBeVisible();
    console.log(`  ${site}: ${measured.join(', ')}`);
  });
}

test('an airline that comes back is live again, and the trip is for sale', async () => {
  await startAirline(silent);
  for (const site of others) {
    await waitForPeerState(site, silent, 'live');
    await expect
      .poll(
        async () => (await search(new SiteClient(site), { ...interlineRoute, date })).airlines.boreal.state,
      )
      .toBe('live');
  }
  const client = await signInAt('rumos', account);
  const booking = await buyBooking(client, rivalOf(order));
  expect(booking.participants).toContain(silent);
});

/** Milliseconds until everything of the page is there, from the click on. */
async function loadMs(page: Page, url: string): Promise<number> {
  const startedAt = performance.now();
  await page.goto(url, { waitUntil: 'load', timeout: pageDeadlineMs });
  return Math.round(performance.now() - startedAt);
}
