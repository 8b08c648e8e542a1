import { createHash } from 'node:crypto';
import type { customers } from '@/db/schema';

/** An account as Postgres keeps it. Never leaves the server: it holds the password hash. */
export type CustomerRow = typeof customers.$inferSelect;

/** The part of an account that airlines tell each other; who holds an e-mail follows from all accounts that have it. */
export type CustomerCopy = Omit<CustomerRow, 'holdsEmail'>;

/**
 * Who somebody is once they have signed in. A session ends when the password it was started with is no longer the
 * account's: the epoch says so after a change, the mark also after two changes at once on two sides of a cut.
 */
export type Customer = {
  customerId: string;
  name: string;
  email: string;
  credentialEpoch: number;
  credentialMark: string;
};

/** The epoch of the password that an account is opened with. */
export const firstCredentialEpoch = 1;

/** What may be known about an account outside `server/account`. */
export function toCustomer(row: CustomerRow): Customer {
  const { id: customerId, name, email, credentialEpoch } = row;
  return { customerId, name, email, credentialEpoch, credentialMark: credentialMark(row.passwordHash) };
}

/** Tells one password hash from another, and nothing else about it. */
function credentialMark(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16);
}
