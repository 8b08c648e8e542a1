import type { Tx } from '@/db/client';
import { forgottenPassengers } from '@/db/schema';
import type { Airline } from '../airline';
import type { GlobalTransaction } from '../atomic-commit/transaction';
import type { RecordLocator } from '../domain/record-locator';

/**
 * Notes a sale whose passengers this airline no longer knows, because only it had been told of them: staff asks the
 * customer, or the airline that issued the booking.
 */
export async function noteForgottenPassengers(
  tx: Tx,
  airline: Pick<Airline, 'clock'>,
  sale: { transaction: GlobalTransaction; recordLocator: RecordLocator; passengerCount: number },
): Promise<void> {
  const { transaction, recordLocator, passengerCount } = sale;
  await tx
    .insert(forgottenPassengers)
    .values({
      recordLocator,
      globalTransactionId: transaction.id,
      issuer: transaction.coordinator,
      passengerCount,
      notedAt: airline.clock.now(),
    })
    .onConflictDoNothing();
}
