import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import { noteChanges } from '@/server/replication/change-log/note-changes';
import { nextStamp } from '@/server/replication/clock';
import { spreadSoon } from '@/server/replication/spread';
import { customerEntity } from './customer-entity';
import { customerNameSchema } from './registration';

export const profileUpdateSchema = z.strictObject({ name: customerNameSchema });

/**
 * Changes what the customer is called; the peers hear of it. The same name again changes nothing. Each change is stamped
 * later than the one it replaces, also when that was made under another airline's clock. Refusal SIGN_IN_REQUIRED when
 * the account is gone.
 */
export async function updateProfile(
  airline: Airline,
  { customerId, name }: { customerId: string; name: string },
): Promise<void> {
  await airline.db.transaction(async (tx) => {
    const [known] = await tx.select().from(customers).where(eq(customers.id, customerId)).for('update');
    if (!known) throw new Refusal('SIGN_IN_REQUIRED');
    if (known.name === name) return;
    const profileStamp = nextStamp(airline, known.profileStamp);
    await tx.update(customers).set({ name, profileStamp }).where(eq(customers.id, customerId));
    await noteChanges(tx, { entity: customerEntity.name, ids: [customerId] });
  });
  spreadSoon(airline);
}
