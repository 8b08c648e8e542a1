import { expect, type Locator, type Page } from '@playwright/test';

/** The tabs of the legs, in travel order. */
export function legTabs(page: Page): Locator {
  return page.getByRole('tablist', { name: 'Trechos da viagem' }).getByRole('tab');
}

export function seatButton(page: Page, designator: string): Locator {
  return page.getByRole('grid').getByRole('button', { name: new RegExp(`^${designator},`) });
}

/** Holds a free seat without surcharge on every leg, by mouse. Returns the seats, leg by leg. */
export async function chooseSeats(page: Page): Promise<string[]> {
  const chosen: string[] = [];
  for (const tab of await legTabs(page).all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    chosen.push(await holdFreeSeat(page));
    await expect(tab).toContainText('completo');
  }
  return chosen;
}

/** Holds the last free seat without surcharge of the leg that is shown. */
async function holdFreeSeat(page: Page): Promise<string> {
  const free = page.getByRole('grid').getByRole('button', { name: /, sem custo, livre$/ });
  const name = await free.last().getAttribute('aria-label');
  const [designator = ''] = name?.split(',') ?? [];
  const seat = seatButton(page, designator);
  await seat.click();
  await expect(seat).toHaveAttribute('aria-pressed', 'true');
  await expect(seat).toHaveAccessibleName(/seu, /);
  return designator;
}

/** Lets the site choose and hold a seat on every leg. */
export async function letChooseAllSeats(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Em todos os trechos' }).click();
  await expect(legTabs(page).filter({ hasNotText: 'completo' })).toHaveCount(0);
}

export async function continueToPassengers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continuar para passageiros' }).click();
  await expect(page).toHaveURL(/\/passengers$/);
}
