import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import { Refusal } from '@/server/errors';
import { type CustomerRow, firstCredentialEpoch } from './customer';
import { findCustomerByEmail } from './find-customer';
import { lockEmail } from './lock-email';
import { hashPassword } from './password-hash';
import { pullCustomer } from './pull-customer';
import { pushCustomer } from './push-customer';
import type { Registration } from './registration';

/** A family or an office behind one address registers at its ease; a script that opens accounts does not. */
const registrationsPerMinute = 10;

/**
 * Opens an account at this airline and tells the peers. `input` has passed `registrationSchema`; `address` is the
 * caller's, absent for our own programs. Refusals EMAIL_TAKEN (here, or at a peer that answers) and RATE_LIMITED.
 */
export async function registerCustomer(
  airline: Airline,
  input: Registration & { address?: string },
): Promise<{ customerId: string }> {
  const { name, email, password, address } = input;
  if (address) {
    await limitRate(airline, { action: 'register', subject: address, perMinute: registrationsPerMinute });
  }
  if (await findCustomerByEmail(airline, email)) throw new Refusal('EMAIL_TAKEN', { field: 'email' });

  // A copy found at a peer is kept here, so the unique index below decides both cases.
  const [passwordHash] = await Promise.all([hashPassword(password), pullCustomer(airline, email)]);
  const row = await insertCustomer(airline, { name, email, passwordHash });
  await pushCustomer(airline, row);
  return { customerId: row.id };
}

async function insertCustomer(
  airline: Airline,
  account: Pick<CustomerRow, 'name' | 'email' | 'passwordHash'>,
): Promise<CustomerRow> {
  const now = airline.clock.now();
  const values = {
    ...account,
    id: airline.ids.uuid(),
    credentialEpoch: firstCredentialEpoch,
    homeAirline: airline.code,
    createdAt: now,
    updatedAt: now,
  };
  const row = await airline.db.transaction(async (tx) => {
    await lockEmail(tx, account.email);
    const target = customers.email;
    const inserted = await tx.insert(customers).values(values).onConflictDoNothing({ target }).returning();
    return inserted[0];
  });
  if (!row) throw new Refusal('EMAIL_TAKEN', { field: 'email' });
  return row;
}
