import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import type { AirlineCode } from '@/server/domain/airline-code';
import { type CustomerRecord, toRecord } from './customer-messages';
import { listCustomersByEmail } from './find-customer';
import { peerCallsPerMinute } from './peer-limits';

/**
 * A peer asks which accounts were opened with this e-mail (`peer.findCustomer`). Answers with copies too, so that an
 * account still works while its home airline is down. Refusal RATE_LIMITED.
 */
export async function findCustomerForPeer(
  airline: Airline,
  caller: AirlineCode,
  input: { email: string },
): Promise<{ accounts: CustomerRecord[] }> {
  await limitRate(airline, { action: 'peer.findCustomer', subject: caller, perMinute: peerCallsPerMinute });
  const rows = await listCustomersByEmail(airline, input.email);
  return { accounts: rows.map(toRecord) };
}
