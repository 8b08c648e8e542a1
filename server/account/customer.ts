import type { customers } from '@/db/schema';

/** An account as Postgres keeps it. Never leaves the server: it holds the password hash. */
export type CustomerRow = typeof customers.$inferSelect;

/** Who somebody is once they have signed in. `credentialEpoch` ends sessions that are older than the last password change. */
export type Customer = { customerId: string; name: string; email: string; credentialEpoch: number };

/** The epoch of the password that an account is opened with. */
export const firstCredentialEpoch = 1;

/** What may be known about an account outside `server/account`. */
export function toCustomer(row: CustomerRow): Customer {
  return { customerId: row.id, name: row.name, email: row.email, credentialEpoch: row.credentialEpoch };
}
