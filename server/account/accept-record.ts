import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import { type ApplyOutcome, applyCustomer } from './apply-customer';
import { type CustomerRecord, fromRecord } from './customer-messages';

/** How far ahead of ours a peer's clock may be; later, one bad clock would win every profile for good. */
const maxClockLeadMs = 60_000;

/**
 * Keeps what a peer says about an account, pushed or asked for. Any member may write any account (the customer may
 * change it at whichever site), so there is no check of who says it beyond the signature of the call; the merge rule
 * limits what an old or repeated record can do. Refusal INPUT_INVALID when the record comes from the future.
 */
export async function acceptRecord(airline: Airline, record: CustomerRecord): Promise<ApplyOutcome> {
  const incoming = fromRecord(record);
  const latest = airline.clock.now().getTime() + maxClockLeadMs;
  if (incoming.updatedAt.getTime() > latest) throw new Refusal('INPUT_INVALID', { field: 'updatedAt' });
  if (incoming.createdAt.getTime() > latest) throw new Refusal('INPUT_INVALID', { field: 'createdAt' });
  return applyCustomer(airline, incoming);
}
