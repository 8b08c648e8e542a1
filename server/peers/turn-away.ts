import type { ServerResponse } from 'node:http';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { TurnedAway } from './door';

/**
 * Answers in tRPC's error shape, so that a peer reads it like a procedure's refusal, and closes the connection, because
 * the rest of the request may not have been read.
 */
export function turnAway(response: ServerResponse, { trpcCode, refusal }: TurnedAway): void {
  const httpStatus = getHTTPStatusCodeFromError(new TRPCError({ code: trpcCode }));
  const data = { code: trpcCode, httpStatus, ...(refusal && { passcom: { code: refusal } }) };
  const error = { message: trpcCode, code: TRPC_ERROR_CODES_BY_KEY[trpcCode], data };
  response.writeHead(httpStatus, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error }));
}
