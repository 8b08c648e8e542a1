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
const seatsUrl = /\/book\/[0-9a-f-]{36}\/seats(#.*)?$/;

const tripButton = /^Escolher a viagem das/;
const returnButton = /^Escolher a volta das/;

/** Takes the first trip for sale and arrives at its seats. */
export function chooseFirstTrip(page: Page): Promise<void> {
  return beginPurchase(page, tripButton);
}

/** Takes the first way there and then the first way back, and arrives at their seats. */
export async function chooseFirstRoundTrip(page: Page): Promise<void> {
  await chooseFirstOutbound(page);
  await chooseFirstReturn(page);
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

/** Takes the first way back, once the way there is chosen, and arrives at the seats of both. */
export function chooseFirstReturn(page: Page): Promise<void> {
  return beginPurchase(page, returnButton);
}

async function beginPurchase(page: Page, button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await expect(page).toHaveURL(seatsUrl);
}

/** Ids of the itineraries that can be chosen, in the order of the list. */
export function listedItineraries(page: Page): Promise<string[]> {
  return page
    .getByRole('button', { name: tripButton })
    .or(page.getByRole('button', { name: returnButton }))
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('value') ?? ''));
}

/** What a card of the list says: wall clock at the origin as `HH:MM`, minutes of the whole trip, centavos for everybody. */
export type ListedCard = { departs: string; minutes: number; cents: number };

/** The cards of what can be chosen, in the order of the list. Throws for a card that does not say all of it. */
export async function listedCards(page: Page): Promise<ListedCard[]> {
  const choosable = page.getByRole('article').filter({ has: page.getByRole('button', { name: tripButton }) });
  const cards = await choosable.evaluateAll((all) =>
    all.map((card) => ({
      name: card.getAttribute('aria-label') ?? '',
      times: [...card.querySelectorAll('time')].map((time) => time.dateTime),
    })),
  );
  return cards.map(({ name, times }) => {
    const [, hours, minutes] =
      /^PT(\d+)H(\d+)M$/.exec(times.find((time) => time.startsWith('P')) ?? '') ?? [];
    const [, departs] = /T(\d\d:\d\d)/.exec(times[0] ?? '') ?? [];
    if (!departs || !hours || !minutes) throw new Error(`${name}: no times in ${times.join(', ')}`);
    return { departs, minutes: Number(hours) * 60 + Number(minutes), cents: centsIn(name) };
  });
}

/** The price in a text, in centavos. Throws where there is none. */
export function centsIn(text: string): number {
  const [, reais, cents] = /R\$\s([\d.]+),(\d\d)/.exec(text) ?? [];
  if (!reais) throw new Error(`no price in “${text}”`);
  return Number(reais.replaceAll('.', '')) * 100 + Number(cents);
}
