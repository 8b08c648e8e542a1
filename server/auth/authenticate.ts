import { z } from 'zod';
import { type Customer, type CustomerRow, toCustomer } from '@/server/account/customer';
import { findCustomerByEmail } from '@/server/account/find-customer';
import { dummyPasswordHash, type VerifyPassword, verifyPassword } from '@/server/account/password-hash';
import { pullCustomer } from '@/server/account/pull-customer';
import { emailSchema } from '@/server/account/registration';
import type { Airline } from '@/server/airline';
import { limitRate } from './limit-rate';

/** Looser than registration: what cannot be an account is simply not one, in the same words. */
export const credentialsSchema = z.object({ email: emailSchema, password: z.string().min(1).max(200) });

export type SignIn = { email: string; password: string; address: string };

/** One person mistypes a few times; a list of leaked passwords needs far more than this on one account. */
const attemptsPerAccountPerMinute = 10;

/** An office behind one address, all coming to work at once. */
const attemptsPerAddressPerMinute = 30;

/**
 * The customer whom e-mail and password name, or null: in the same words and after the same work (one hash, one question
 * to the live peers) whether the e-mail is unknown or the password wrong. The peers are asked because the account may be
 * new there, or its password changed there while this airline was cut off. Refusal RATE_LIMITED.
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

  const known = await findCustomerByEmail(airline, email);
  const matches = await verify(known?.passwordHash ?? dummyPasswordHash, password);
  if (known && matches) return toCustomer(known);

  await pullCustomer(airline, email);
  const latest = await findCustomerByEmail(airline, email);
  if (!latest || !isNewer(latest, known)) return null;
  return (await verify(latest.passwordHash, password)) ? toCustomer(latest) : null;
}

/** Only a hash that was not tried yet is worth another try. */
function isNewer(latest: CustomerRow, known: CustomerRow | null): boolean {
  return latest.passwordHash !== known?.passwordHash;
}
