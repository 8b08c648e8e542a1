import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { AirlineCode } from './airlines';
import { SiteClient } from './site-client';

export type Account = { name: string; email: string; password: string };

/** An account that nobody else has. */
export function newAccount(name = 'Ana Beatriz Souza'): Account {
  return { name, email: `ana.${randomUUID().slice(0, 13)}@example.com`, password: 'uma frase bem comprida' };
}

/** Opens an account at a site and signs in there. */
export async function register(
  airline: AirlineCode,
  account = newAccount(),
  client = new SiteClient(airline),
): Promise<SiteClient> {
  await client.tell('account.register', account);
  await signIn(client, account);
  return client;
}

/** Signs in at a site with an account that was opened at any of the three. */
export async function signInAt(airline: AirlineCode, account: Account): Promise<SiteClient> {
  const client = new SiteClient(airline);
  await signIn(client, account);
  return client;
}

/** The flow of docs/api.md for programs: the token first, then the credentials as a form. */
async function signIn(client: SiteClient, { email, password }: Account): Promise<void> {
  const csrf = await client.send('/api/auth/csrf');
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  await client.send('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, email, password }),
  });
  const profile = await client.ask<{ email: string }>('account.profile');
  expect(profile.email).toBe(email);
}
