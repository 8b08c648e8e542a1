import { expect, type Locator, type Page } from '@playwright/test';
import type { AirlineCode } from '../api/airlines';
import { siteUrl } from '../api/sites';

/** A booking's card under "minhas viagens" of a site. */
export async function openTrips(page: Page, airline: AirlineCode, recordLocator: string): Promise<Locator> {
  await page.goto(`${siteUrl(airline)}/trips`);
  await expect(page.getByRole('heading', { name: 'Minhas viagens', level: 1 })).toBeVisible();
  const card = page.getByRole('article').filter({ hasText: recordLocator });
  await expect(card).toHaveCount(1);
  return card;
}

export async function expectTripState(card: Locator, state: 'Confirmada' | 'Cancelada'): Promise<void> {
  await expect(card.getByText(state, { exact: true })).toBeVisible();
}

/** From a booking's card to its quote; nothing is cancelled yet. */
export async function openCancellation(page: Page, card: Locator): Promise<void> {
  await card.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Cancelar a viagem' }).click();
  await expect(page.getByRole('heading', { name: 'O que volta para você' })).toBeVisible();
}
