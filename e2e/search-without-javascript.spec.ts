import { expect, type Page, test } from '@playwright/test';
import { siteUrl } from './api/sites';
import { daysAfter, interlineRoute, travelDateOf } from './api/trips';
import { chooseFirstRoundTrip, chooseFirstTrip, flightsUrl, listedItineraries } from './pages/flights';

/** The day of `search-results.spec.ts`, which takes no seats. */
const date = travelDateOf('search-results');
const returnDate = daysAfter(date, 1);

test.use({ javaScriptEnabled: false });

test('without JavaScript a trip is searched, narrowed, looked at and chosen', async ({ page }) => {
  await page.goto(siteUrl('giro'));
  await page.getByText('Só ida', { exact: true }).click();
  await expect(page.getByLabel('Data da volta')).toBeHidden();
  await page.getByRole('combobox', { name: 'De onde' }).fill('rio branco');
  await page.getByRole('combobox', { name: 'Para onde' }).fill('Salvador');
  await page.getByLabel('Data da ida').fill(date);
  await page.getByRole('button', { name: 'Buscar voos' }).click();
  await expect(page).toHaveURL(/\/flights\?/);
  const found = await listedItineraries(page);
  expect(found.length).toBeGreaterThan(0);

  await test.step('filter, and take it back', async () => {
    const filters = page.getByRole('navigation', { name: 'Filtros', exact: true });
    await filters.getByRole('link', { name: /^Até 3 paradas/ }).click();
    await expect(page).toHaveURL(/[?&]stops=3/);
    await page.getByRole('link', { name: /^Remover filtro: Até 3 paradas/ }).click();
    await expect(page).not.toHaveURL(/[?&]stops=/);
    expect(await listedItineraries(page)).toEqual(found);
  });

  await test.step('look at a month', async () => {
    await page.getByRole('link', { name: /^Calendário/ }).click();
    await expect(page.getByRole('table', { name: /menor preço da ida em cada dia/ })).toBeVisible();
  });

  await test.step('look at the legs of a trip', async () => {
    await page
      .getByText(/^Detalhes do/)
      .first()
      .click();
    await expect(page.getByText(/^Conexão de /).first()).toBeVisible();
  });

  await chooseFirstTrip(page);
  await takeAnySeats(page);
});

test('without JavaScript a way there and a way back are chosen', async ({ page }) => {
  await page.goto(flightsUrl('boreal', { ...interlineRoute, date, returnDate }));
  await chooseFirstRoundTrip(page);
  await takeAnySeats(page);
});

async function takeAnySeats(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Escolher assentos para mim' }).click();
  await expect(page.getByRole('heading', { name: 'Quem vai viajar?', level: 1 })).toBeVisible();
}
