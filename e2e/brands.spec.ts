import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { allianceUnderTest, takeHandover } from './alliance/alliance-under-test';
import { type AirlineCode, airlineNames, airlines, othersThan } from './api/airlines';
import { register } from './api/customers';
import { buyBooking } from './api/purchases';
import { SiteClient } from './api/site-client';
import { findOwnTrip, interlineRoute, orderFor, travelDateOf } from './api/trips';
import { chooseFirstTrip, flightsUrl } from './pages/flights';

const date = travelDateOf('brands');

/** What only one brand says of itself, on every page. */
function expectOwnBrand(html: string, site: AirlineCode, path: string): void {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  expect(title, `${path} is titled for ${site}`).toContain(airlineNames[site]);
  expect(html, path).toContain(`/icon/${site}"`);
  for (const other of othersThan(site)) {
    expect(title, path).not.toContain(airlineNames[other]);
    expect(html, path).not.toContain(`data-airline="${other}"`);
    expect(html, path).not.toContain(`/icon/${other}"`);
  }
}

for (const site of airlines) {
  test(`every page of ${site} is its own brand's and no other's`, async ({ page }) => {
    const client = await register(site);
    const trip = await findOwnTrip(client, site, date);
    const { recordLocator } = await buyBooking(client, await orderFor(client, trip));
    const results = flightsUrl(site, { ...interlineRoute, date });
    const paths = [
      '/',
      new URL(results).pathname + new URL(results).search,
      '/flights',
      '/sign-in',
      '/register',
      '/trips',
      `/bookings/${recordLocator}`,
      `/bookings/${recordLocator}/cancel`,
      '/no-such-page',
    ];
    for (const path of paths) {
      const visitor = path === '/sign-in' || path === '/register' ? new SiteClient(site) : client;
      const response = await visitor.send(path);
      expect(response.status, path).toBe(path === '/no-such-page' ? 404 : 200);
      const html = await response.text();
      expect(html, path).toContain(`data-airline="${site}"`);
      expectOwnBrand(html, site, path);
    }

    await page.goto(results);
    await chooseFirstTrip(page);
    for (const url of [page.url(), page.url().replace(/[0-9a-f-]{36}/, '0'.repeat(36))]) {
      await page.goto(url);
      await expect(page.locator('html')).toHaveAttribute('data-airline', site);
      await expect(page.getByRole('banner').getByRole('link', { name: airlineNames[site] })).toBeVisible();
      expectOwnBrand(await page.content(), site, url);
    }
  });
}

test('whatever a page brings is of the type that it says', async ({ page }) => {
  const untyped: string[] = [];
  const brought = new Set<string>();
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    brought.add(kind);
    if (response.headers()['x-content-type-options'] !== 'nosniff') untyped.push(response.url());
  });
  await page.goto(flightsUrl('giro', { ...interlineRoute, date }), { waitUntil: 'load' });
  expect([...brought]).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script', 'font']));
  expect(untyped).toEqual([]);
});

test('no page was rendered when the sites were built: one build serves three brands', () => {
  const folder = join(allianceUnderTest.root, takeHandover().environments.rumos?.NEXT_DIST_DIR ?? '');
  const manifest = JSON.parse(readFileSync(join(folder, 'prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, unknown>;
    dynamicRoutes: Record<string, unknown>;
  };
  // Next's own last resort, which says nothing of anybody.
  expect(Object.keys(manifest.routes)).toEqual(['/_global-error']);
  expect(manifest.dynamicRoutes).toEqual({});
  const rendered = readdirSync(join(folder, 'server/app'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html'),
  );
  expect(rendered).toEqual(['_global-error.html']);
});
