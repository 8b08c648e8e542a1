import { z } from 'zod';
import { type Customer, type CustomerRow, toCustomer } from '@/server/account/customer';
import { listCustomersByEmail } from '@/server/account/find-customer';
import { type VerifyPassword, verifyPassword } from '@/server/account/password-hash';
import { pullCustomers } from '@/server/account/pull-customers';
import { emailSchema } from '@/server/account/registration';
import { uniteAccounts } from '@/server/account/unite-accounts';
import type { Airline } from '@/server/airline';
import { limitRate } from './limit-rate';
import { PasswordTrial } from './password-trial';

/** Looser than registration: what cannot be an account is simply not one, in the same words. */
export const credentialsSchema = z.object({ email: emailSchema, password: z.string().min(1).max(200) });

export type SignIn = { email: string; password: string; address: string };

/** One person mistypes a few times; a list of leaked passwords needs far more than this on one account. */
const attemptsPerAccountPerMinute = 10;

/** An office behind one address, all coming to work at once. */
const attemptsPerAddressPerMinute = 30;

/**
 * The customer whom e-mail and password name, or null: in the same words and after the same work (a fixed number of
 * hashes, one question to the live peers) whether the e-mail is unknown or the password wrong. The peers are asked
 * because the account may be new there, or its password changed there while this airline was cut off. Where several
 * accounts were opened with the e-mail, the password opens the one that holds it, or another; if it opens several, they
 * are one person's and are united. Refusal RATE_LIMITED.
 */
export async function authenticate(
  airline: Airline,
  signIn: SignIn,
  verify: VerifyPassword = verifyPassword,
): Promise<Customer | null> {
  await limitRate(airline, {
    action: 'sign-in.address',
    subject: signIn.address,
    perMinute: attemptsPerAddressPerMinute,
  });
  const parsed = credentialsSchema.safeParse(signIn);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  await limitRate(airline, {
    action: 'sign-in.account',
    subject: email,
    perMinute: attemptsPerAccountPerMinute,
  });

  const trial = new PasswordTrial(password, verify);
  const opened = (await openAccounts(airline, email, trial)) ?? (await openAtPeers(airline, email, trial));
  if (!opened) {
    await trial.exhaust();
    return null;
  }
  return toCustomer(await uniteAccounts(airline, opened));
}

type Opened = readonly [CustomerRow, ...CustomerRow[]];

/** The accounts here that the password opens, the holder of the e-mail first. A united one has no password of its own. */
async function openAccounts(airline: Airline, email: string, trial: PasswordTrial): Promise<Opened | null> {
  const accounts = await listCustomersByEmail(airline, email);
  const opened: CustomerRow[] = [];
  for (const account of accounts) {
    if (account.mergedInto === null && (await trial.opens(account.passwordHash))) opened.push(account);
  }
  const [first, ...others] = opened;
  return first ? [first, ...others] : null;
}

async function openAtPeers(airline: Airline, email: string, trial: PasswordTrial): Promise<Opened | null> {
  await pullCustomers(airline, email);
  return openAccounts(airline, email, trial);
}
