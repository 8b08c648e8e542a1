import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { startAirline, waitForPeerState } from './alliance/faults';
import { type AirlineCode, othersThan } from './api/airlines';
import { register } from './api/customers';
import { buyBooking } from './api/purchases';
import type { SiteClient } from './api/site-client';
import { findOwnTrip, freeSeats, homeRoutes, orderFor, travelDateOf } from './api/trips';
import type { PurchaseOrder } from './api/wire';
import { killSite } from './chaos/processes/site-process';
import { chooseFirstTrip, flightsUrl } from './pages/flights';
import { seatButton } from './pages/seats';

const owner: AirlineCode = 'rumos';
const other: AirlineCode = 'giro';
const seller: AirlineCode = 'boreal';
const date = travelDateOf('live-seats');

/** A person looks up once; the promise is one second. */
const flipMs = 5_000;

let contexts: BrowserContext[] = [];

test.afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await startAirline(other);
  for (const peer of othersThan(other)) {
    await waitForPeerState(other, peer, 'live');
    await waitForPeerState(peer, other, 'live');
  }
});

test('a seat sold at one site flips on the open maps of the others, and nobody loses his place', async ({
  browser,
}) => {
  const client = await register(seller);
  const pages = await Promise.all(
    [owner, other].map(async (site) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(flightsUrl(site, { ...homeRoutes[owner], date, nonStopOf: owner }));
      await chooseFirstTrip(page);
      return page;
    }),
  );
  const order = await orderForShownLeg(client);
  const [seat = '', next = ''] = await rearSeats(client, order);
  for (const page of pages) {
    await expect(seatButton(page, seat)).toHaveAccessibleName(/livre$/);
    await markAndFocus(page, next);
  }

  await buyBooking(client, await withSeat(client, order, seat));
  const soldAt = Date.now();
  await Promise.all(
    pages.map(async (page) => {
      await expect(seatButton(page, seat)).toHaveAccessibleName(/ocupado$/, { timeout: flipMs });
      console.log(`  seen at ${new URL(page.url()).port} ${Date.now() - soldAt} ms after the answer`);
    }),
  );
  for (const page of pages) await expectSamePlace(page, next);

  const [, atOther] = pages;
  if (!atOther) throw new Error('no page');
  await killSite(other);
  await buyBooking(client, await withSeat(client, order, next));
  await startAirline(other);
  await expect(seatButton(atOther, next)).toHaveAccessibleName(/ocupado$/, { timeout: 20_000 });
  await expectSamePlace(atOther, next);
});

test.beforeEach(() => {
  contexts = [];
});

/** The cheapest trip is the first on each site's list. */
async function orderForShownLeg(client: SiteClient): Promise<PurchaseOrder> {
  return orderFor(client, await findOwnTrip(client, owner, date));
}

async function rearSeats(client: SiteClient, { legs: [leg] }: PurchaseOrder): Promise<string[]> {
  const free = await freeSeats(client, leg?.legId ?? '');
  return free
    .filter(({ surchargeCents }) => surchargeCents === 0)
    .slice(0, 2)
    .map(({ designator }) => designator);
}

/** The same leg with this seat, all of which cost the same. */
async function withSeat(
  client: SiteClient,
  order: PurchaseOrder,
  designator: string,
): Promise<PurchaseOrder> {
  const trip = await findOwnTrip(client, owner, date);
  const fresh = await orderFor(client, trip);
  return { ...fresh, legs: order.legs.map(({ legId }) => ({ legId, seats: [designator] })) };
}

/** A reload would lose the mark. */
async function markAndFocus(page: Page, designator: string): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'not reloaded';
  });
  await seatButton(page, designator).focus();
}

async function expectSamePlace(page: Page, designator: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-mark', 'not reloaded');
  await expect(seatButton(page, designator)).toBeFocused();
}
