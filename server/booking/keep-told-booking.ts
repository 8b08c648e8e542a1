import type { Tx } from '@/db/client';
import { bookingCopies } from '@/db/schema';
import type { AirlineCode } from '../domain/airline-code';
import { readStatement } from './statement';

/** Before every place in a log: the log's own entry replaces it. */
const beforeTheLog = 0;

/**
 * Keeps what an airline has just answered of a booking, so that this site's own pages know it before the change log
 * brings it; what the log has brought already stays. Anything that is not that airline's to say is ignored.
 */
export async function keepToldBooking(
  tx: Tx,
  { by, stated }: { by: AirlineCode; stated: unknown },
): Promise<void> {
  const heard = readStatement(by, stated);
  if ('reason' in heard) return;
  const { header, part } = heard;
  const { recordLocator, customerId } = header;
  await tx
    .insert(bookingCopies)
    .values({ recordLocator, origin: by, customerId, header, part, changeSeq: beforeTheLog })
    .onConflictDoNothing();
}
