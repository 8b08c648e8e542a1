import type { Answer, SiteClient } from '../api/site-client';
import type { PurchaseOrder, PurchaseResult } from '../api/wire';

/**
 * What a client knows after it tried. `declined`: the request makes no sense and was not taken. `unknown`: no answer
 * that says anything; the same key may be asked again.
 */
export type Attempt = {
  status: 'confirmed' | 'refused' | 'declined' | 'pending' | 'unknown';
  globalTransactionId: string | null;
  recordLocator: string | null;
  /** Why it was refused, or what came instead of an answer. */
  reason: string | null;
};

/** Longer than the sites take to say "pending". */
export const attemptMs = 12_000;

/** Sends a purchase once. Never throws: a lost answer is `unknown`. */
export function tryPurchase(
  client: SiteClient,
  order: PurchaseOrder,
  timeoutMs = attemptMs,
): Promise<Attempt> {
  return attempt(client, { procedure: 'booking.purchase', input: order, timeoutMs });
}

export type Mutation = { procedure: string; input: unknown; timeoutMs?: number; signal?: AbortSignal };

/** Sends a purchase or a cancellation once, with the client's own patience. Never throws. */
export async function attempt(
  client: SiteClient,
  { procedure, input, timeoutMs = attemptMs, signal }: Mutation,
): Promise<Attempt> {
  const impatience = AbortSignal.timeout(timeoutMs);
  try {
    const response = await client.send(`/api/trpc/${procedure}`, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json' },
      signal: signal ? AbortSignal.any([signal, impatience]) : impatience,
    });
    return attemptOf(await client.read<PurchaseResult>(response));
  } catch (error) {
    return unknown(
      error instanceof Error ? `${error.name} ${(error.cause as Error)?.message ?? error.message}` : '',
    );
  }
}

function attemptOf({ status, data, refusal, message, text }: Answer<PurchaseResult>): Attempt {
  if (status !== 200 || !data) {
    const reason = `${status} ${refusal?.code ?? (message || text.slice(0, 80))}`;
    return { ...unknown(reason), status: isDeclined(status) && refusal ? 'declined' : 'unknown' };
  }
  return {
    status: data.status,
    globalTransactionId: data.globalTransactionId,
    recordLocator: data.booking?.recordLocator ?? null,
    reason: data.refusal?.code ?? null,
  };
}

/** What the same request would hear again: not a session that could not be read, nor too many requests. */
function isDeclined(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

function unknown(reason: string): Attempt {
  return { status: 'unknown', globalTransactionId: null, recordLocator: null, reason };
}

/** Repeats it with the same key until it is confirmed or refused; the last attempt when that takes too long. */
export async function finalAttempt(
  client: SiteClient,
  order: PurchaseOrder,
  deadlineMs: number,
): Promise<Attempt> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const tried = await tryPurchase(client, order);
    const isFinal = tried.status === 'confirmed' || tried.status === 'refused';
    if (isFinal || Date.now() >= deadline) return tried;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
