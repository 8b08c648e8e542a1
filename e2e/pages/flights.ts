import { expect, type Page } from '@playwright/test';
import type { AirlineCode } from '../api/airlines';
import { siteUrl } from '../api/sites';

export type Journey = {
  from: string;
  to: string;
  date: string;
  /** Day of the way back; without one the trip is one way. */
  returnDate?: string;
  passengers?: number;
  /** Only trips of this airline, without a stop. */
  nonStopOf?: AirlineCode;
};

/** The address of a site's results. */
export function flightsUrl(airline: AirlineCode, journey: Journey): string {
  const { from, to, date, returnDate, passengers = 1, nonStopOf } = journey;
  const narrowed: Record<string, string> = nonStopOf ? { airline: nonStopOf, stops: '0', sort: 'price' } : {};
  const query = new URLSearchParams({ from, to, date, passengers: String(passengers), ...narrowed });
  if (returnDate) query.set('return', returnDate);
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
  await page.getByText(journey.returnDate ? 'Ida e volta' : 'Só ida', { exact: true }).click();
  await page.getByLabel('Data da ida').fill(journey.date);
  if (journey.returnDate) await page.getByLabel('Data da volta').fill(journey.returnDate);
  await page.getByRole('button', { name: 'Buscar voos' }).click();
  await page.waitForURL('**/flights?**');
}

/** The seats of a draft. Without JavaScript the browser carries the fragment of the list's address along. */
export const seatsUrl = /\/book\/[0-9a-f-]{36}\/seats(#.*)?$/;

/** Takes the first trip for sale and arrives at its seats. */
export async function chooseFirstTrip(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Escolher a viagem das/ })
    .first()
    .click();
  await expect(page).toHaveURL(seatsUrl);
}

/** Takes the first way there and then the first way back, and arrives at their seats. */
export async function chooseFirstRoundTrip(page: Page): Promise<void> {
  await chooseFirstOutbound(page);
  await page
    .getByRole('button', { name: /^Escolher a volta das/ })
    .first()
    .click();
  await expect(page).toHaveURL(seatsUrl);
}

/** Takes the first way there of a return trip and arrives at the ways back. */
export async function chooseFirstOutbound(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Escolher a ida das/ })
    .first()
    .click();
  await expect(page).toHaveURL(/[?&]outbound=/);
  await expect(page.getByRole('heading', { name: 'Ida escolhida' })).toBeVisible();
}

/** Ids of the itineraries that can be chosen, in the order of the list. */
export function listedItineraries(page: Page): Promise<(string | null)[]> {
  return page
    .getByRole('button', { name: /^Escolher a (viagem|volta) das/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('value')));
}
