import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { Refusal } from '@/server/errors';
import type { CustomerRow } from './customer';
import { customerIdsOf } from './customer-ids';
import { registrationOrder } from './email-holder';
import { findCustomerById, listCustomersByEmail } from './find-customer';

/**
 * Another account that was opened with the same e-mail, while the airlines could not hear each other. earlier, later:
 * than the customer's own, and not united with it (it may be somebody else's); united: it is part of it.
 */
export type OtherAccount = {
  relation: 'earlier' | 'later' | 'united';
  homeAirline: AirlineCode;
  createdAt: string;
};

/** What a customer sees of their own account; instants are ISO 8601 UTC. */
export type Profile = {
  customerId: string;
  name: string;
  email: string;
  homeAirline: AirlineCode;
  createdAt: string;
  /** Oldest first. */
  otherAccounts: OtherAccount[];
};

/** The signed-in customer's account. Refusal SIGN_IN_REQUIRED when it is gone. */
export async function getProfile(airline: Airline, { customerId }: { customerId: string }): Promise<Profile> {
  const own = await findCustomerById(airline, customerId);
  if (!own) throw new Refusal('SIGN_IN_REQUIRED');
  const { name, email, homeAirline, createdAt } = own;
  const united = new Set(await customerIdsOf(airline, customerId));
  const others = (await listCustomersByEmail(airline, email)).filter(({ id }) => id !== own.id);
  return {
    customerId,
    name,
    email,
    homeAirline,
    createdAt: createdAt.toISOString(),
    otherAccounts: others
      .filter(({ id, mergedInto }) => united.has(id) || mergedInto === null)
      .map((other) => ({
        relation: united.has(other.id) ? 'united' : relationOf(other, own),
        homeAirline: other.homeAirline,
        createdAt: other.createdAt.toISOString(),
      })),
  };
}

function relationOf(other: CustomerRow, own: CustomerRow): 'earlier' | 'later' {
  return registrationOrder(other, own) < 0 ? 'earlier' : 'later';
}
