import { sql } from 'drizzle-orm';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import { Refusal } from '@/server/errors';
import { noteChanges } from '@/server/replication/change-log/note-changes';
import { nextStamp } from '@/server/replication/clock';
import { spreadNow } from '@/server/replication/spread';
import { type CustomerRow, firstCredentialEpoch } from './customer';
import { customerEntity } from './customer-entity';
import { findCustomerByEmail } from './find-customer';
import { lockEmails } from './lock-emails';
import { hashPassword } from './password-hash';
import { pullCustomers } from './pull-customers';
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
  const taken = new Refusal('EMAIL_TAKEN', { field: 'email' });
  if (await findCustomerByEmail(airline, email)) throw taken;

  const [passwordHash, isKnownToPeer] = await Promise.all([
    hashPassword(password),
    pullCustomers(airline, email),
  ]);
  const customerId = isKnownToPeer ? null : await insertCustomer(airline, { name, email, passwordHash });
  if (customerId === null) throw taken;
  await spreadNow(airline);
  return { customerId };
}

/** Null when somebody else was faster. */
async function insertCustomer(
  airline: Airline,
  account: Pick<CustomerRow, 'name' | 'email' | 'passwordHash'>,
): Promise<string | null> {
  const stamp = nextStamp(airline);
  const values = {
    ...account,
    id: airline.ids.uuid(),
    holdsEmail: true,
    credentialEpoch: firstCredentialEpoch,
    homeAirline: airline.code,
    createdAt: airline.clock.now(),
    registeredStamp: stamp,
    profileStamp: stamp,
  };
  return airline.db.transaction(async (tx) => {
    await lockEmails(tx, [account.email]);
    const [inserted] = await tx
      .insert(customers)
      .values(values)
      .onConflictDoNothing({ target: customers.email, where: sql`${customers.holdsEmail}` })
      .returning({ id: customers.id });
    if (!inserted) return null;
    await noteChanges(tx, { entity: customerEntity.name, ids: [inserted.id] });
    return inserted.id;
  });
}
