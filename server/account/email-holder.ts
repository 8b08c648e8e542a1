import type { CustomerRow } from './customer';

/** Cannot occur in a domain, so what follows it is never part of an address. */
const displacedMark = '#';

/**
 * True when `one` keeps an e-mail that both accounts were opened with, on two sides of a cut: the earlier one, then the
 * lower id. Every airline decides alike without asking another.
 */
export function keepsEmail(one: CustomerRow, other: CustomerRow): boolean {
  const difference = one.createdAt.getTime() - other.createdAt.getTime();
  return difference === 0 ? one.id < other.id : difference < 0;
}

/**
 * What stands in the e-mail column of the account that lost: unique, no address, so that nobody can sign in with it,
 * and still telling which address it was, for the merge.
 */
export function displacedEmail(row: CustomerRow): string {
  return `${originalEmail(row)}${displacedMark}${row.id}`;
}

/** The address that an account was opened with, whether or not it still holds it here. */
export function originalEmail(row: CustomerRow): string {
  return row.email.split(displacedMark, 1)[0] ?? row.email;
}
