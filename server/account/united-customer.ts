import type { Airline } from '@/server/airline';
import type { CustomerRow } from './customer';
import { findCustomerById } from './find-customer';

/**
 * The account that `row` was united with, in the end; `row` itself when it was not, or as far as the others have arrived
 * here. Accounts that name each other, which no honest airline makes, end the way.
 */
export async function unitedCustomer(airline: Airline, row: CustomerRow): Promise<CustomerRow> {
  const passed = new Set([row.id]);
  let current = row;
  while (current.mergedInto !== null && !passed.has(current.mergedInto)) {
    const next = await findCustomerById(airline, current.mergedInto);
    if (!next) return current;
    passed.add(next.id);
    current = next;
  }
  return current;
}
