import type { ServerResponse } from 'node:http';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { RefusalCode } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import type { TurnedAway } from './door';

/** What is over in a moment: the caller may come back. */
const passing: ReadonlySet<RefusalCode> = new Set(['OVERLOADED', 'RATE_LIMITED']);

/**
 * Answers in tRPC's error shape, so that a peer reads it like a procedure's refusal, and closes the connection, because
 * the rest of the request may not have been read.
 */
export function turnAway(response: ServerResponse, { trpcCode, refusal }: TurnedAway): void {
  const httpStatus = getHTTPStatusCodeFromError(new TRPCError({ code: trpcCode }));
  const retryAfterSeconds = refusal && passing.has(refusal) ? 1 : undefined;
  const data = {
    code: trpcCode,
    httpStatus,
    ...(refusal && { passcom: { code: refusal, retryAfterSeconds } }),
  };
  const message = refusal ? refusalSentence(refusal, { retryAfterSeconds }) : trpcCode;
  const error = { message, code: TRPC_ERROR_CODES_BY_KEY[trpcCode], data };
  response.writeHead(httpStatus, {
    'content-type': 'application/json',
    connection: 'close',
    ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }),
  });
  response.end(JSON.stringify({ error }));
}
