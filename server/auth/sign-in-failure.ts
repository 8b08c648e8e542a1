import type { Airline } from '@/server/airline';
import { isRefusal } from '@/server/errors';

/**
 * What a program is told when a sign-in failed for another reason than its credentials. next-auth says 401 to all of
 * them; a form post keeps next-auth's redirect to the sign-in page, which names the code.
 */
export function signInFailureResponse(
  airline: Airline,
  { failure, response }: { failure: unknown; response: Response },
): Response {
  if (!isRefusal(failure)) airline.log('error', 'sign-in failed', { cause: failure });
  if (response.headers.has('Location')) return response;
  const headers = new Headers(response.headers);
  if (!isRefusal(failure)) return new Response(response.body, { status: 503, headers });
  const { retryAfterSeconds } = failure.details;
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
  return new Response(response.body, { status: 429, headers });
}
