import { z } from 'zod';
import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import { Refusal } from '@/server/errors';
import type { CustomerRow } from './customer';
import { findCustomerById, listCustomersByEmail } from './find-customer';
import { verifyPassword } from './password-hash';
import { uniteAccounts } from './unite-accounts';
import { unitedCustomer } from './united-customer';

/** Passwords are only compared, so they may be of any length that we hash. */
export const mergeInputSchema = z.strictObject({ password: z.string().min(1).max(200) });

/** Whoever is signed in to one account must not guess the other's password. */
const attemptsPerMinute = 5;

/**
 * Unites the customer's account with those opened with the same e-mail that `password` opens; the one registered first
 * remains, with its password, and its id is answered. The same request again answers the same. Refusals
 * CREDENTIALS_WRONG when it opens none (there need not be any), RATE_LIMITED, SIGN_IN_REQUIRED when the account is gone.
 */
export async function mergeAccounts(
  airline: Airline,
  { customerId, password }: { customerId: string; password: string },
): Promise<{ customerId: string }> {
  const signedIn = await findCustomerById(airline, customerId);
  if (!signedIn) throw new Refusal('SIGN_IN_REQUIRED');
  const { email } = signedIn;
  await limitRate(airline, { action: 'mergeAccounts', subject: email, perMinute: attemptsPerMinute });
  const own = await unitedCustomer(airline, signedIn);
  const accounts = await listCustomersByEmail(airline, email);
  const opened = await openedBy(password, accounts);
  const others = opened.filter(({ id, mergedInto }) => id !== own.id && mergedInto === null);
  if (others.length > 0) return { customerId: (await uniteAccounts(airline, [own, ...others])).id };

  const isUnited = accounts.some(({ mergedInto }) => mergedInto === own.id);
  const ends = await Promise.all(opened.map((account) => unitedCustomer(airline, account)));
  if (isUnited && ends.some(({ id }) => id === own.id)) return { customerId: own.id };
  throw new Refusal('CREDENTIALS_WRONG', { field: 'password' });
}

async function openedBy(password: string, accounts: readonly CustomerRow[]): Promise<CustomerRow[]> {
  const matches = await Promise.all(
    accounts.map(({ passwordHash }) => verifyPassword(passwordHash, password)),
  );
  return accounts.filter((_, place) => matches[place]);
}
