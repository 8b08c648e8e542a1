import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { Refusal } from '@/server/errors';
import { originalEmail } from './email-holder';
import { findCustomerById } from './find-customer';

/** What a customer sees of their own account; `createdAt` is ISO 8601 UTC. */
export type Profile = {
  customerId: string;
  name: string;
  email: string;
  homeAirline: AirlineCode;
  createdAt: string;
};

/** The signed-in customer's account. Refusal SIGN_IN_REQUIRED when it is gone. */
export async function getProfile(airline: Airline, { customerId }: { customerId: string }): Promise<Profile> {
  const row = await findCustomerById(airline, customerId);
  if (!row) throw new Refusal('SIGN_IN_REQUIRED');
  return {
    customerId: row.id,
    name: row.name,
    email: originalEmail(row),
    homeAirline: row.homeAirline,
    createdAt: row.createdAt.toISOString(),
  };
}
