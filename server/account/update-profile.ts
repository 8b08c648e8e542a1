import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import { pushCustomer } from './push-customer';
import { customerNameSchema } from './registration';

export const profileUpdateSchema = z.strictObject({ name: customerNameSchema });

/**
 * Changes what the customer is called, here and (best effort) at the peers. The same name again changes nothing.
 * Refusal SIGN_IN_REQUIRED when the account is gone.
 */
export async function updateProfile(
  airline: Airline,
  { customerId, name }: { customerId: string; name: string },
): Promise<void> {
  const changed = await airline.db.transaction(async (tx) => {
    const [known] = await tx.select().from(customers).where(eq(customers.id, customerId)).for('update');
    if (!known) throw new Refusal('SIGN_IN_REQUIRED');
    if (known.name === name) return null;
    const row = { ...known, name, updatedAt: laterThan(known.updatedAt, airline.clock.now()) };
    await tx.update(customers).set(row).where(eq(customers.id, customerId));
    return row;
  });
  if (changed) await pushCustomer(airline, changed);
}

/** Each change is later than the one it replaces, also when that was made under another airline's clock. */
function laterThan(previous: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), previous.getTime() + 1));
}
