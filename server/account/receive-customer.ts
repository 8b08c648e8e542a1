import type { Airline } from '@/server/airline';
import { limitRate } from '@/server/auth/limit-rate';
import type { AirlineCode } from '@/server/domain/airline-code';
import { acceptRecord } from './accept-record';
import type { ApplyOutcome } from './apply-customer';
import type { CustomerRecord } from './customer-messages';
import { peerCallsPerMinute } from './peer-limits';

/** A peer tells of a new or changed account (`peer.shareCustomer`). Refusals INPUT_INVALID, RATE_LIMITED. */
export async function receiveCustomer(
  airline: Airline,
  caller: AirlineCode,
  record: CustomerRecord,
): Promise<{ outcome: ApplyOutcome }> {
  await limitRate(airline, { action: 'peer.shareCustomer', subject: caller, perMinute: peerCallsPerMinute });
  return { outcome: await acceptRecord(airline, record) };
}
