import type { Clock } from '@/server/clock';
import { isFromFuture } from '@/server/replication/hybrid-clock';
import type { CustomerRecord } from './customer-messages';

/**
 * May this record be written now? Any member may write any account (the customer may change it at whichever site), so
 * who says it does not matter beyond the signature; but a stamp more than 60 s ahead of our clock waits until its time
 * has come: one bad clock would win every name for good.
 */
export function isTimely(record: CustomerRecord, clock: Clock): boolean {
  const now = clock.now();
  return !isFromFuture(record.registeredStamp, now) && !isFromFuture(record.profileStamp, now);
}
