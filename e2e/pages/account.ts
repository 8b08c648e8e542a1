import { expect, type Page } from '@playwright/test';
import type { AirlineCode } from '../api/airlines';
import type { Account } from '../api/customers';
import { siteUrl } from '../api/sites';

/** Opens an account on a site's own form; the browser is signed in there afterwards. */
export async function registerInBrowser(page: Page, airline: AirlineCode, account: Account): Promise<void> {
  await page.goto(`${siteUrl(airline)}/register`);
  await page.getByLabel('Nome', { exact: true }).fill(account.name);
  await fillCredentials(page, account);
  await page.getByRole('main').getByRole('button', { name: 'Criar conta' }).click();
  await expectSignedIn(page, account);
}

/** Signs in on a site's own form. */
export async function signInInBrowser(page: Page, airline: AirlineCode, account: Account): Promise<void> {
  await page.goto(`${siteUrl(airline)}/sign-in`);
  await fillCredentials(page, account);
  await page.getByRole('main').getByRole('button', { name: 'Entrar' }).click();
  await expectSignedIn(page, account);
}

async function fillCredentials(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Senha', { exact: true }).fill(password);
}

export async function expectSignedIn(page: Page, { name }: Account): Promise<void> {
  await expect(page.getByRole('button', { name: `Conta de ${name}` })).toBeVisible();
}
