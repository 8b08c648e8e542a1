import { expect, type Page } from '@playwright/test';
import type { AirlineCode } from '../api/airlines';
import { siteUrl } from '../api/sites';

export type Journey = {
  from: string;
  to: string;
  date: string;
  passengers?: number;
  /** Only trips of this airline, without a stop. */
  nonStopOf?: AirlineCode;
};

/** The address of a site's results. */
export function flightsUrl(airline: AirlineCode, { passengers = 1, nonStopOf, ...journey }: Journey): string {
  const narrowed: Record<string, string> = nonStopOf ? { airline: nonStopOf, stops: '0', sort: 'price' } : {};
  const query = new URLSearchParams({ ...journey, passengers: String(passengers), ...narrowed });
  return `${siteUrl(airline)}/flights?${query}`;
}

/** Searches from the home page by typing the codes and taking what is proposed. */
export async function searchFromHome(page: Page, airline: AirlineCode, journey: Journey): Promise<void> {
  await page.goto(siteUrl(airline));
  for (const [label, code] of [
    ['De onde', journey.from],
    ['Para onde', journey.to],
  ] as const) {
    await page.getByRole('combobox', { name: label }).fill(code);
    await page.getByRole('listbox').getByRole('option', { name: code }).first().click();
  }
  await page.getByLabel('Data da ida').fill(journey.date);
  await page.getByRole('button', { name: 'Buscar voos' }).click();
  await page.waitForURL('**/flights?**');
}

/** Takes the first trip for sale and arrives at its seats. */
export async function chooseFirstTrip(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Escolher a viagem das/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/book\/[0-9a-f-]{36}\/seats$/);
}
