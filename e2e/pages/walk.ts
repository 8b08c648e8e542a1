import type { Page } from '@playwright/test';
import type { AirlineCode } from '../api/airlines';
import { type Account, newAccount } from '../api/customers';
import { siteUrl } from '../api/sites';
import { daysAfter, interlineRoute } from '../api/trips';
import { registerInBrowser } from './account';
import { chooseFirstOutbound, chooseFirstReturn, flightsUrl } from './flights';
import { buyButton, fillPassenger, readConfirmation } from './purchase';
import { continueToPassengers, letChooseAllSeats } from './seats';

/** Looks at the page that is open; `name` is its place in the walk. */
export type Look = (name: string) => Promise<void>;

export type Walk = { page: Page; airline: AirlineCode; date: string; look: Look };

/** Everything that a traveller sees of one site, from the home page to a cancelled trip. */
export async function walkThrough(walk: Walk): Promise<void> {
  const account = newAccount();
  await lookBeforeBuying(walk);
  const reviewUrl = await walkToReview(walk, account);
  await walkToCancellation(walk, reviewUrl);
}

async function lookBeforeBuying({ page, airline, date, look }: Walk): Promise<void> {
  const site = siteUrl(airline);
  await page.goto(site);
  await look('home');
  await page.goto(`${site}/flights?from=XXX&to=&date=2020-01-01&passengers=1`);
  await look('flights-refused');
  await page.goto(flightsUrl(airline, { from: 'FEN', to: 'CZS', date }));
  await look('flights-empty');
  await page.goto(`${site}/no-such-page`);
  await look('not-found');
  await page.goto(`${site}/sign-in`);
  await page.getByRole('main').getByRole('button', { name: 'Entrar' }).click();
  await page.getByLabel('E-mail').and(page.locator('[aria-invalid=true]')).waitFor();
  await look('sign-in-problems');
}

/** Up to the review of somebody who has just opened an account. Returns its address. */
async function walkToReview(walk: Walk, account: Account): Promise<string> {
  const { page, airline, look } = walk;
  await chooseThereAndBack(walk);
  await look('seats');
  await letChooseAllSeats(page);
  await look('seats-chosen');
  await page.getByRole('button', { name: 'Lista', exact: true }).click();
  await look('seats-list');
  await continueToPassengers(page);
  await look('passengers');
  await page.getByRole('button', { name: 'Continuar para a revisão' }).click();
  await page.locator('[aria-invalid=true]').first().waitFor();
  await look('passengers-problems');
  await fillPassenger(page);
  await look('review-signed-out');
  const reviewUrl = page.url();
  await page.goto(`${siteUrl(airline)}/register`);
  await look('register');
  await registerInBrowser(page, airline, account);
  await page.goto(`${siteUrl(airline)}/trips`);
  await look('trips-empty');
  await page.goto(`${siteUrl(airline)}/account`);
  await look('account');
  await page.getByRole('button', { name: 'Trocar senha' }).click();
  await page.getByLabel('Senha atual').and(page.locator('[aria-invalid=true]')).waitFor();
  await look('account-problems');
  return reviewUrl;
}

async function chooseThereAndBack({ page, airline, date, look }: Walk): Promise<void> {
  const returnDate = daysAfter(date, 2);
  await page.goto(flightsUrl(airline, { ...interlineRoute, date }));
  await look('flights');
  const thereAndBack = flightsUrl(airline, { ...interlineRoute, date, returnDate });
  await page.goto(`${thereAndBack}&stops=3&departs=morning&departs=afternoon&month=${date.slice(0, 7)}`);
  await look('flights-narrowed-with-calendar');
  await page.goto(thereAndBack);
  await chooseFirstOutbound(page);
  const wayBack = page.url();
  await look('flights-way-back');
  await page.goto(wayBack);
  await chooseFirstReturn(page);
}

async function walkToCancellation({ page, airline, look }: Walk, reviewUrl: string): Promise<void> {
  await page.goto(reviewUrl);
  await look('review');
  await buyButton(page).click();
  const locator = await readConfirmation(page);
  await look('confirmation');
  await page.goto(`${siteUrl(airline)}/trips`);
  await look('trips');
  await page.goto(`${siteUrl(airline)}/bookings/${locator}/cancel`);
  await look('cancel');
  await page.getByRole('button', { name: /^Cancelar e receber R\$/ }).click();
  await page.getByText('Viagem cancelada. Os assentos foram liberados').waitFor();
  await look('booking-cancelled');
}
