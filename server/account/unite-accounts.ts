import { and, inArray, isNull } from 'drizzle-orm';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { noteChanges } from '@/server/replication/change-log/note-changes';
import { spreadSoon } from '@/server/replication/spread';
import type { CustomerRow } from './customer';
import { customerEntity } from './customer-entity';
import { registrationOrder } from './email-holder';

/**
 * Unites accounts of one person, who has proved that all are theirs: the later ones go into the one registered first,
 * which is answered. One that was united meanwhile stays where it is. The peers hear of it.
 */
export async function uniteAccounts(
  airline: Airline,
  accounts: readonly [CustomerRow, ...CustomerRow[]],
): Promise<CustomerRow> {
  const [first, ...others] = accounts.toSorted(registrationOrder);
  if (!first || others.length === 0) return accounts[0];
  await airline.db.transaction(async (tx) => {
    const united = await tx
      .update(customers)
      .set({ mergedInto: first.id })
      .where(
        and(
          inArray(
            customers.id,
            others.map(({ id }) => id),
          ),
          isNull(customers.mergedInto),
        ),
      )
      .returning({ id: customers.id });
    await noteChanges(tx, { entity: customerEntity.name, ids: united.map(({ id }) => id) });
  });
  spreadSoon(airline);
  return first;
}
