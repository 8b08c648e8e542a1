import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookingDrafts, requests } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { isRefusal } from '../errors';
import { isPeerUnreachable } from '../peers/peers';
import { closeDraft } from './close-draft';
import { keepToldBooking } from './keep-told-booking';
import { type DelegatedResult, purchaseProcedure, settlePurchaseProcedure } from './messages';
import type { PurchaseOrder } from './purchase';
import { insertRequest, recordResult, type StoredRequest } from './requests';

/** The seller may wait 1.5 s for a contested seat; beyond this the outcome is unknown and is asked for. */
const purchaseTimeoutMs = 6_000;

/** Longer than a purchase takes on its way: asking earlier would refuse what is about to arrive. */
const settleAfterMs = purchaseTimeoutMs + 2_000;

/** Asks the one airline whose seats these are to do the whole purchase, and keeps its answer under the same key. */
export async function delegatePurchase(
  { airline, input, key }: PurchaseOrder,
  seller: AirlineCode,
): Promise<void> {
  const request = { ...key, createdAt: airline.clock.now(), delegatedTo: seller };
  if (!(await insertRequest(airline.db, request))) return;
  try {
    const message = { customerId: key.customerId, order: input };
    const answer = await airline.peers.call(seller, purchaseProcedure, message, {
      timeoutMs: purchaseTimeoutMs,
    });
    await keepAnswer(airline, { seller, globalTransactionId: key.globalTransactionId, answer });
  } catch (error) {
    if (isRefusal(error)) {
      const refusal = { ...error.details, code: error.code, airline: seller };
      return recordResult(airline.db, key.globalTransactionId, { status: 'refused', refusal });
    }
    if (!isPeerUnreachable(error)) throw error;
    airline.log('warn', 'outcome of a delegated purchase unknown', {
      seller,
      globalTransactionId: key.globalTransactionId,
    });
  }
}

type Answered = { seller: AirlineCode; globalTransactionId: string; answer: DelegatedResult };

async function keepAnswer(
  airline: Airline,
  { seller, globalTransactionId, answer }: Answered,
): Promise<void> {
  if (answer.status === 'pending') return;
  if (answer.status === 'refused')
    return recordResult(airline.db, globalTransactionId, { status: 'refused', refusal: answer.refusal });
  await airline.db.transaction(async (tx) => {
    await keepToldBooking(tx, { by: seller, stated: answer.booking });
    const { recordLocator } = answer.booking.header;
    await recordResult(tx, globalTransactionId, { status: 'confirmed', recordLocator });
    await closeDraft(tx, await findDraftId(tx, globalTransactionId));
  });
}

/** The draft whose purchase led to this transaction; null when a program bought without one. */
async function findDraftId(tx: Tx, globalTransactionId: string): Promise<string | null> {
  const [draft] = await tx
    .select({ id: bookingDrafts.id })
    .from(bookingDrafts)
    .innerJoin(requests, eq(requests.idempotencyKey, bookingDrafts.idempotencyKey))
    .where(eq(requests.globalTransactionId, globalTransactionId));
  return draft?.id ?? null;
}

/** Asks the seller what became of a delegated purchase whose answer was lost. Leaves it pending while the seller is silent. */
export async function settleDelegated(airline: Airline, request: StoredRequest): Promise<void> {
  const { delegatedTo: seller, globalTransactionId, customerId, idempotencyKey, requestHash } = request;
  const age = airline.clock.now().getTime() - request.createdAt.getTime();
  if (!seller || request.result || age < settleAfterMs) return;
  try {
    const answer = await airline.peers.call(seller, settlePurchaseProcedure, {
      customerId,
      idempotencyKey,
      requestHash,
    });
    await keepAnswer(airline, { seller, globalTransactionId, answer });
  } catch (error) {
    if (!isPeerUnreachable(error)) throw error;
  }
}

/** Settles every delegated purchase whose answer was lost; one silent seller delays nobody else's. */
export async function settleAllDelegated(airline: Airline): Promise<void> {
  const since = new Date(airline.clock.now().getTime() - settleAfterMs);
  const lost = await airline.db
    .select()
    .from(requests)
    .where(and(isNull(requests.result), isNotNull(requests.delegatedTo), lt(requests.createdAt, since)));
  await Promise.all(lost.map((row) => settleDelegated(airline, { ...row, result: null })));
}
