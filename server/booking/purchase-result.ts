import { eq } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Airline } from '../airline';
import type { VoteRefusal } from '../atomic-commit/transaction';
import type { AirlineCode } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import { refusalSentence } from '../language/refusal-sentence';
import { findStoredBooking } from './find-stored-booking';
import type { StoredRequest } from './requests';

/** Where one airline stands in an undecided or decided transaction, for people. */
export type Progress = { airline: AirlineCode; state: 'asking' | 'prepared' | 'confirmed' | 'refused' };

/** The answer to a purchase or cancellation. `pending`: not decided yet; the same idempotency key will tell. */
export type PurchaseResult = {
  status: 'confirmed' | 'refused' | 'pending';
  globalTransactionId: string;
  booking?: Booking;
  refusal?: VoteRefusal & { message: string };
  progress: Progress[];
};

/** What is known here of the outcome of a request. */
export async function resultOfRequest(airline: Airline, request: StoredRequest): Promise<PurchaseResult> {
  const { globalTransactionId, result } = request;
  const [progress, booking] = await Promise.all([
    readProgress(airline, globalTransactionId, request.delegatedTo),
    result?.status === 'confirmed' ? findStoredBooking(airline, result.recordLocator) : null,
  ]);
  if (!result) return { status: 'pending', globalTransactionId, progress };
  if (result.status === 'refused') {
    const { refusal } = result;
    const message = refusalSentence(refusal.code, refusal);
    return { status: 'refused', globalTransactionId, refusal: { ...refusal, message }, progress };
  }
  return { status: 'confirmed', globalTransactionId, ...(booking ? { booking } : {}), progress };
}

async function readProgress(
  airline: Airline,
  id: string,
  delegatedTo: AirlineCode | null,
): Promise<Progress[]> {
  if (delegatedTo) return [{ airline: delegatedTo, state: 'asking' }];
  const [row] = await airline.db.select().from(globalTransactions).where(eq(globalTransactions.id, id));
  const participants = (row?.manifest as { participants?: AirlineCode[] } | null)?.participants ?? [];
  return participants.map((code) => {
    if (row?.decision === 'abort') return { airline: code, state: 'refused' };
    const hasConfirmed =
      row?.decision === 'commit' && (code === airline.code || row.acknowledged.includes(code));
    if (hasConfirmed) return { airline: code, state: 'confirmed' };
    return { airline: code, state: row?.coordinatorState === 'preparing' ? 'asking' : 'prepared' };
  });
}
