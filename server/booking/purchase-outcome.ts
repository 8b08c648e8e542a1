import type { Airline } from '../airline';
import { Refusal } from '../errors';
import { settleDelegated } from './delegate-purchase';
import { type PurchaseResult, resultOfRequest } from './purchase-result';
import { findRequest, type RequestKey } from './requests';

/** What became of a purchase or cancellation, by its idempotency key. Throws `PURCHASE_UNKNOWN`. */
export async function purchaseOutcome(airline: Airline, key: RequestKey): Promise<PurchaseResult> {
  const found = await findRequest(airline.db, key);
  if (!found) throw new Refusal('PURCHASE_UNKNOWN');
  if (!found.delegatedTo || found.result) return resultOfRequest(airline, found);
  await settleDelegated(airline, found);
  return resultOfRequest(airline, (await findRequest(airline.db, key)) ?? found);
}
