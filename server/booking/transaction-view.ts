import type { AirlineCode } from '../domain/airline-code';
import { isRefusal, type RefusalCode } from '../errors';
import { refusalSentence } from '../language/refusal-sentence';
import type { PurchaseResult } from './purchase-result';

export type TransactionProgress = PurchaseResult['progress'];

/** Why nothing was sold or changed, with its sentence. */
export type TransactionRefusal = {
  code: RefusalCode;
  sentence: string;
  airline?: AirlineCode | undefined;
  legId?: string | undefined;
};

/** A purchase or cancellation as its page shows it: no passenger and no seat of anybody in it. */
export type TransactionView = {
  status: PurchaseResult['status'];
  progress: TransactionProgress;
  /** Of the booking that was sold; null before, and for a cancellation of somebody's own. */
  recordLocator: string | null;
  refusal: TransactionRefusal | null;
};

/** Leaves out of a result what its page does not show. */
export function transactionView({ status, progress, booking, refusal }: PurchaseResult): TransactionView {
  return {
    status,
    progress,
    recordLocator: booking?.recordLocator ?? null,
    refusal: refusal
      ? { code: refusal.code, sentence: refusal.message, airline: refusal.airline, legId: refusal.legId }
      : null,
  };
}

/** The same for a refusal that was thrown before there was a transaction. Anything else is a fault and goes on. */
export function refusedView(error: unknown): TransactionView {
  if (!isRefusal(error)) throw error;
  const { code, details } = error;
  const refusal = {
    code,
    sentence: refusalSentence(code, details),
    airline: details.airline,
    legId: details.legId,
  };
  return { status: 'refused', progress: [], recordLocator: null, refusal };
}
