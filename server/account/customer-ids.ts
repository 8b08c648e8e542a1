import { sql } from 'drizzle-orm';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';

/**
 * The account's id and the ids of all accounts that were united with it, directly or through another: whatever hangs on
 * any of them is this customer's. Union, not union all: accounts that name each other end the search too.
 */
export async function customerIdsOf(airline: Airline, customerId: string): Promise<string[]> {
  const query = airline.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      sql`${customers.id} in (
        with recursive united(id) as (
          select ${sql.placeholder('customerId')}::uuid
          union
          select account.id from customers account join united on account.merged_into = united.id)
        select id from united)`,
    );
  const rows = await query.prepare('customer_ids_of').execute({ customerId });
  return [customerId, ...rows.flatMap(({ id }) => (id === customerId ? [] : [id]))];
}
