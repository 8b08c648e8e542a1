import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import { type Customer, toCustomer } from './customer';
import { findCustomerById } from './find-customer';

/** Who somebody is, for a session that starts without a sign-in. Refusal SIGN_IN_REQUIRED when the account is gone. */
export async function getCustomer(airline: Airline, customerId: string): Promise<Customer> {
  const row = await findCustomerById(airline, customerId);
  if (!row) throw new Refusal('SIGN_IN_REQUIRED');
  return toCustomer(row);
}
