import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import { Refusal } from '@/server/errors';
import { noteChanges } from '@/server/replication/change-log/note-changes';
import { spreadNow } from '@/server/replication/spread';
import type { CustomerRow } from './customer';
import { customerEntity } from './customer-entity';
import { customerIdsOf } from './customer-ids';
import { findCustomerById } from './find-customer';
import { hashPassword, verifyPassword } from './password-hash';
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
 * Sets a new password and tells the peers. The new epoch ends every session of the account wherever it arrives, this one
 * too: start it again with `startSession`. Answers the new epoch. Refusals CREDENTIALS_WRONG, RATE_LIMITED,
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

  const credentialEpoch = await replaceHash(airline, known, await hashPassword(newPassword));
  if (credentialEpoch === null) throw wrong;
  await spreadNow(airline);
  return { credentialEpoch };
}

/** Null when another change came in between: then the old password is no longer the one that was checked. */
async function replaceHash(
  airline: Airline,
  known: CustomerRow,
  passwordHash: string,
): Promise<number | null> {
  const united = await customerIdsOf(airline, known.id);
  return airline.db.transaction(async (tx) => {
    const [changed] = await tx
      .update(customers)
      .set({ passwordHash, credentialEpoch: sql`${customers.credentialEpoch} + 1` })
      .where(and(eq(customers.id, known.id), eq(customers.passwordHash, known.passwordHash)))
      .returning({ credentialEpoch: customers.credentialEpoch });
    if (!changed) return null;
    await endSessionsOf(
      tx,
      united.filter((id) => id !== known.id),
    );
    await noteChanges(tx, { entity: customerEntity.name, ids: united });
    return changed.credentialEpoch;
  });
}

/** Sessions that were started with an account before it was united with the changed one are that one's sessions too. */
async function endSessionsOf(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(customers)
    .set({ credentialEpoch: sql`${customers.credentialEpoch} + 1` })
    .where(inArray(customers.id, [...ids]));
}
