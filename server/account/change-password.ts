import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import { Refusal } from '@/server/errors';
import type { CustomerRow } from './customer';
import { findCustomerById } from './find-customer';
import { hashPassword, verifyPassword } from './password-hash';
import { pushCustomer } from './push-customer';
import { passwordSchema } from './registration';

/** The old password is only compared, so it may be of any length that we hash. */
export const passwordChangeSchema = z.strictObject({
  oldPassword: z.string().min(1).max(200),
  newPassword: passwordSchema,
});

export type PasswordChange = z.infer<typeof passwordChangeSchema> & { customerId: string };

/** Somebody at an unlocked screen must not guess the old password. */
const attemptsPerMinute = 5;

/**
 * Sets a new password, here and (best effort) at the peers, and with the new epoch ends every session of the account,
 * this one too: start it again with `startSession`. Answers the new epoch. Refusals CREDENTIALS_WRONG, RATE_LIMITED,
 * SIGN_IN_REQUIRED when the account is gone.
 */
export async function changePassword(
  airline: Airline,
  change: PasswordChange,
): Promise<{ credentialEpoch: number }> {
  const { customerId, oldPassword, newPassword } = change;
  await limitRate(airline, { action: 'changePassword', subject: customerId, perMinute: attemptsPerMinute });
  const known = await findCustomerById(airline, customerId);
  if (!known) throw new Refusal('SIGN_IN_REQUIRED');
  const wrong = new Refusal('CREDENTIALS_WRONG', { field: 'oldPassword' });
  if (!(await verifyPassword(known.passwordHash, oldPassword))) throw wrong;

  const changed = await replaceHash(airline, known, await hashPassword(newPassword));
  if (!changed) throw wrong;
  await pushCustomer(airline, changed);
  return { credentialEpoch: changed.credentialEpoch };
}

/** Null when another change came in between: then the old password is no longer the one that was checked. */
async function replaceHash(
  airline: Airline,
  known: CustomerRow,
  passwordHash: string,
): Promise<CustomerRow | null> {
  const [changed] = await airline.db
    .update(customers)
    .set({ passwordHash, credentialEpoch: known.credentialEpoch + 1 })
    .where(and(eq(customers.id, known.id), eq(customers.credentialEpoch, known.credentialEpoch)))
    .returning();
  return changed ?? null;
}
