import { expect, type Page, test } from '@playwright/test';
import { newAccount } from './api/customers';
import { newPassengers } from './api/passengers';
import { siteUrl } from './api/sites';
import { interlineRoute, travelDateOf } from './api/trips';
import { chooseFirstTrip, flightsUrl } from './pages/flights';
import { pressOn, tabTo, typeInto } from './pages/keyboard';
import { watchForFaults } from './pages/page-faults';
import { buyButton, readConfirmation } from './pages/purchase';
import { legTabs, seatButton } from './pages/seats';

const date = travelDateOf('keyboard-only');

/** The seat that has the focus. */
const focusedSeat = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-seat') ?? null);

test('a trip is searched, chosen, bought and confirmed with the keyboard alone', async ({ page }) => {
  const account = newAccount();
  const faults = watchForFaults(page);

  await test.step('search', async () => {
    await page.goto(siteUrl('rumos'));
    await pressOn(page, page.getByRole('radio', { name: 'Ida e volta' }), 'ArrowRight');
    await expect(page.getByRole('radio', { name: 'Só ida' })).toBeChecked();
    for (const [label, typed] of [
      ['De onde', 'rio bran'],
      ['Para onde', 'salvad'],
    ] as const) {
      const field = page.getByRole('combobox', { name: label });
      await typeInto(page, field, typed);
      const proposed = page.getByRole('listbox').getByRole('option');
      await expect(proposed).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(proposed).toHaveCount(0);
      await expect(field).toHaveValue(/\((RBR|SSA)\)$/);
    }
    await pressOn(page, page.getByRole('button', { name: 'Buscar voos' }));
    await page.waitForURL('**/flights?**');
    expect(new URL(page.url()).searchParams.get('from')).toBe(interlineRoute.from);
    expect(new URL(page.url()).searchParams.get('to')).toBe(interlineRoute.to);
  });

  await test.step('choose a trip', async () => {
    await pressOn(page, page.getByRole('button', { name: /^Escolher a viagem das/ }));
    await expect(page).toHaveURL(/\/seats$/);
  });

  await test.step('a seat on every leg', async () => {
    const tabs = legTabs(page);
    const legCount = await tabs.count();
    for (let leg = 0; leg < legCount; leg++) {
      await expect(tabs.nth(leg)).toHaveAttribute('aria-selected', 'true');
      await tabTo(page, page.getByRole('grid').getByRole('button'));
      const seat = await walkToFreeSeat(page);
      await page.keyboard.press('Enter');
      await expect(seatButton(page, seat)).toHaveAttribute('aria-pressed', 'true');
      await expect(seatButton(page, seat)).toBeFocused();
      if (leg === legCount - 1) break;
      await tabTo(page, tabs, 'Shift+Tab');
      await page.keyboard.press('ArrowRight');
      await expect(tabs.nth(leg + 1)).toBeFocused();
    }
    await pressOn(page, page.getByRole('button', { name: 'Continuar para passageiros' }));
    await expect(page).toHaveURL(/\/passengers$/);
  });

  await test.step('the passenger', async () => {
    const [passenger] = newPassengers(1);
    await typeInto(page, page.getByLabel('Nome completo'), passenger?.name ?? '');
    // Day and month alike, so that the order in which the browser asks for them does not matter.
    await typeInto(page, page.getByLabel('Data de nascimento'), '05051985');
    await typeInto(page, page.getByLabel('Número do documento'), passenger?.document.number ?? '');
    await typeInto(page, page.getByLabel('E-mail'), account.email);
    await pressOn(page, page.getByRole('button', { name: 'Continuar para a revisão' }));
    await expect(page).toHaveURL(/\/review$/);
  });

  await test.step('an account, and back to the review', async () => {
    await pressOn(page, page.getByRole('main').getByRole('link', { name: 'Criar conta' }));
    await expect(page).toHaveURL(/\/register\?next=/);
    await typeInto(page, page.getByLabel('Nome', { exact: true }), account.name);
    await typeInto(page, page.getByLabel('E-mail'), account.email);
    await typeInto(page, page.getByLabel('Senha', { exact: true }), account.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/review$/);
  });

  await test.step('buy', async () => {
    await pressOn(page, buyButton(page));
    await readConfirmation(page);
  });
  expect(faults).toEqual([]);
});

/** Uses every kind of key that the grid knows, and stops on a free seat. */
async function walkToFreeSeat(page: Page): Promise<string> {
  expect(await focusedSeat(page), 'Tab enters the grid at a seat').not.toBeNull();
  await page.keyboard.type('12');
  expect(await focusedSeat(page)).toMatch(/^12[A-F]$/);
  await page.keyboard.press('Home');
  expect(await focusedSeat(page)).toBe('12A');
  await page.keyboard.press('ArrowRight');
  expect(await focusedSeat(page)).toBe('12B');
  await page.keyboard.press('ArrowDown');
  expect(await focusedSeat(page)).toMatch(/^1[34]B$/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('c');
  expect(await focusedSeat(page)).toBe('12C');
  await page.keyboard.press('End');
  expect(await focusedSeat(page)).toMatch(/^12[DF]$/);
  while (!/livre$/.test((await page.locator(':focus').getAttribute('aria-label')) ?? '')) {
    await page.keyboard.press('ArrowDown');
  }
  return (await focusedSeat(page)) ?? '';
}

test('the seats page is left and entered with one Tab stop for the whole cabin', async ({ page }) => {
  await page.goto(flightsUrl('rumos', { ...interlineRoute, date }));
  await chooseFirstTrip(page);
  await tabTo(page, page.getByRole('grid').getByRole('button'));
  const entered = await focusedSeat(page);
  await page.keyboard.press('Tab');
  expect(await focusedSeat(page)).toBeNull();
  await page.keyboard.press('Shift+Tab');
  expect(await focusedSeat(page)).toBe(entered);
});
