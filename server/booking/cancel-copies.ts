import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookingCopies } from '@/db/schema';
import type { RecordLocator } from '../domain/record-locator';

export type CancelledBooking = { recordLocator: RecordLocator; cancelledAt: Date; refundCents: number };

/**
 * Notes on this airline's copies of a booking that it does not hold itself that the booking was cancelled: it took part
 * in the decision, and its own pages know it before the holders' change logs say so.
 */
export async function cancelCopies(
  tx: Tx,
  { recordLocator, cancelledAt, refundCents }: CancelledBooking,
): Promise<void> {
  const news = { state: 'cancelled', cancelledAt: cancelledAt.toISOString(), refundCents };
  await tx
    .update(bookingCopies)
    .set({ header: sql`${bookingCopies.header} || ${JSON.stringify(news)}::text::jsonb` })
    .where(eq(bookingCopies.recordLocator, recordLocator));
}
