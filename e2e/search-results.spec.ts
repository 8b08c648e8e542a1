import { expect, type Page, test } from '@playwright/test';
import { airlines } from './api/airlines';
import { siteUrl } from './api/sites';
import { interlineRoute, travelDateOf } from './api/trips';
import { centsIn, flightsUrl, listedCards, listedItineraries } from './pages/flights';
import { watchForFaults } from './pages/page-faults';

const date = travelDateOf('search-results');
/** Flown without a stop and with one, by more than one airline, all day long. */
const busyRoute = { from: 'SAO', to: 'BSB' } as const;

const chips = (page: Page) => page.getByRole('navigation', { name: 'Filtros ativos' });
const paramsOf = (page: Page) => new URL(page.url()).searchParams;

let faults: string[];

test.beforeEach(({ page }) => {
  faults = watchForFaults(page);
});
test.afterEach(() => expect(faults).toEqual([]));

test('tabs list the cheapest or the quickest trip first, and the back button the order before', async ({
  page,
}) => {
  await page.goto(flightsUrl('giro', { ...interlineRoute, date }));
  const best = await listedItineraries(page);
  const tabs = page.getByRole('navigation', { name: 'Ordenar por' });
  for (const [name, sort, measure] of [
    [/^Mais barato/, 'price', 'cents'],
    [/^Mais rápido/, 'duration', 'minutes'],
  ] as const) {
    const tab = tabs.getByRole('link', { name });
    const promised = centsIn(await tab.innerText());
    await tab.click();
    await expect.poll(() => paramsOf(page).get('sort')).toBe(sort);
    await expect(tab).toHaveAttribute('aria-current', /./);
    const cards = await listedCards(page);
    const values = cards.map((card) => card[measure]);
    expect(new Set(values).size, 'different ones, which have an order').toBeGreaterThan(1);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(cards[0]?.cents).toBe(promised);
  }
  await page.goBack();
  await expect.poll(() => paramsOf(page).get('sort')).toBe('price');
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
  await expect.poll(() => listedItineraries(page)).toEqual(best);
});

test('a filter is in the address and on a chip that takes it back', async ({ page }) => {
  await page.goto(flightsUrl('rumos', { ...busyRoute, date }));
  const before = await listedItineraries(page);
  const filters = page.getByRole('navigation', { name: 'Filtros', exact: true });
  await filters.getByRole('link', { name: /^Só direto/ }).click();
  await expect(page).toHaveURL(/[?&]stops=0/);
  await filters
    .getByRole('link', { name: /^Tarde/ })
    .first()
    .click();
  await expect(page).toHaveURL(/[?&]departs=afternoon/);
  await expect(chips(page).getByRole('link', { name: /^Remover filtro/ })).toHaveCount(2);
  const narrowed = await listedItineraries(page);
  expect(narrowed.length).toBeGreaterThan(0);
  expect(
    narrowed.filter((id) => id.includes('|')),
    'more than one leg',
  ).toEqual([]);
  const departures = (await listedCards(page)).map(({ departs }) => departs);
  expect(
    departures.filter((time) => time < '12:00' || time >= '18:00'),
    'not in the afternoon',
  ).toEqual([]);

  await chips(page).getByRole('link', { name: 'Remover filtro: Só direto' }).click();
  await expect(page).not.toHaveURL(/[?&]stops=/);
  await expect(chips(page).getByRole('link', { name: /^Remover filtro/ })).toHaveCount(1);
  await chips(page).getByRole('link', { name: 'Limpar filtros' }).click();
  await expect(chips(page)).toHaveCount(0);
  await expect(page.locator('#results-heading'), 'the focus does not go with the chips').toBeFocused();
  await expect.poll(() => listedItineraries(page)).toEqual(before);
});

test('the calendar says what each day of a month costs, and a day of it lists a trip at that price', async ({
  page,
}) => {
  await page.goto(`${flightsUrl('boreal', { ...interlineRoute, date })}&sort=price`);
  await page.getByRole('link', { name: /^Calendário/ }).click();
  await expect(page).toHaveURL(/[?&]month=\d{4}-\d{2}/);
  const days = page.getByRole('table', { name: /menor preço da ida em cada dia/ }).getByRole('link');
  const other = days.and(page.locator(':not([aria-current])')).last();
  const href = await other.getAttribute('href');
  const chosen = new URL(href ?? '', siteUrl('boreal')).searchParams.get('date') ?? '';
  const promised = centsIn((await other.textContent()) ?? '');
  expect(chosen).not.toBe(date);
  await other.click();
  await expect.poll(() => paramsOf(page).get('date')).toBe(chosen);
  await expect.poll(async () => (await listedCards(page))[0]?.cents).toBe(promised);
});

test('a long list goes on where it ended', async ({ page }) => {
  await page.goto(flightsUrl('rumos', { ...busyRoute, date }));
  const first = await listedItineraries(page);
  await page.getByRole('link', { name: /^Mostrar mais/ }).click();
  await expect(page).toHaveURL(/[?&]pages=2/);
  await expect.poll(async () => (await listedItineraries(page)).length).toBeGreaterThan(first.length);
  expect((await listedItineraries(page)).slice(0, first.length)).toEqual(first);
});

test('an empty list leads to lists that are not', async ({ page }) => {
  await page.goto(`${flightsUrl('giro', { ...interlineRoute, date })}&stops=0`);
  await expect(page.getByText('nenhuma viagem deste dia passa por esses filtros')).toBeVisible();
  await page
    .getByRole('region', { name: 'No mesmo dia' })
    .getByRole('link', { name: /Sem o filtro/ })
    .first()
    .click();
  await expect(chips(page)).toHaveCount(0);
  await expect.poll(async () => (await listedItineraries(page)).length).toBeGreaterThan(0);
});

test('an address is the same list at all three sites', async ({ page }) => {
  const lists: string[][] = [];
  for (const site of airlines) {
    await page.goto(`${flightsUrl(site, { ...interlineRoute, date })}&sort=price&stops=3`);
    lists.push(await listedItineraries(page));
  }
  const [first, ...others] = lists;
  expect(first?.length).toBeGreaterThan(3);
  for (const other of others) expect(other).toEqual(first);
});

test('what cannot be searched is said at its field, and the summary has the focus', async ({ page }) => {
  await page.goto(`${siteUrl('rumos')}/flights?trip=return&from=RBR&to=SSA&date=${date}&return=2020-01-01`);
  const summary = page.getByRole('alert').filter({ hasText: 'Falta acertar um campo' });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Data da volta')).toHaveAccessibleDescription(
    'A volta não pode ser antes da ida.',
  );
  await summary.getByRole('link', { name: 'A volta não pode ser antes da ida.' }).click();
  await expect(page.getByLabel('Data da volta')).toBeFocused();
});
