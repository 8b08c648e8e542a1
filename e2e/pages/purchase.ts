import { expect, type Page } from '@playwright/test';
import { newPassengers } from '../api/passengers';
import type { Passenger } from '../api/wire';

const [onlyPassenger] = newPassengers(1);

/** Fills in the form for one passenger and arrives at the review. */
export async function fillPassenger(
  page: Page,
  passenger: Passenger | undefined = onlyPassenger,
): Promise<void> {
  if (!passenger) throw new Error('there is nobody to fly');
  await page.getByLabel('Nome completo').fill(passenger.name);
  await page.getByLabel('Data de nascimento').fill(passenger.birthDate);
  await page.getByLabel('Número do documento').fill(passenger.document.number);
  await page.getByLabel('E-mail').fill('ana@example.com');
  await page.getByRole('button', { name: 'Continuar para a revisão' }).click();
  await expect(page).toHaveURL(/\/review$/);
}

export const buyButton = (page: Page) => page.getByRole('button', { name: /^Comprar por R\$/ });

/** Waits for the confirmation of a purchase. Returns the record locator, as it is printed. */
export async function readConfirmation(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Confirmada. Boa viagem!' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page).toHaveURL(/\/bookings\/[RGB][23456789BCDFGHJKMNPQRSTVWXYZ]{5}\?new=1$/);
  const locator = new URL(page.url()).pathname.slice('/bookings/'.length);
  await expect(page.getByRole('main').getByText(locator).first()).toBeVisible();
  return locator;
}
