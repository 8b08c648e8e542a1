import { and, eq, sql } from 'drizzle-orm';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import type { CustomerRow } from './customer';
import { maxAccountsPerEmail } from './customer-messages';

/** The account that holds this e-mail here (already lower case), or null. Asks no peer. */
export async function findCustomerByEmail(airline: Airline, email: string): Promise<CustomerRow | null> {
  const query = airline.db
    .select()
    .from(customers)
    .where(and(eq(customers.email, sql.placeholder('email')), customers.holdsEmail));
  const [row] = await query.prepare('find_customer_by_email').execute({ email });
  return row ?? null;
}

/** The accounts that were opened with this e-mail (already lower case), its holder first. Asks no peer. */
export function listCustomersByEmail(airline: Airline, email: string): Promise<CustomerRow[]> {
  const query = airline.db
    .select()
    .from(customers)
    .where(eq(customers.email, sql.placeholder('email')))
    .orderBy(sql`${customers.registeredStamp} collate "C"`, customers.id)
    .limit(maxAccountsPerEmail);
  return query.prepare('list_customers_by_email').execute({ email });
}

/** The account with this id, or null. Asks no peer. */
export async function findCustomerById(airline: Airline, id: string): Promise<CustomerRow | null> {
  const query = airline.db
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')));
  const [row] = await query.prepare('find_customer_by_id').execute({ id });
  return row ?? null;
}
