import { describe, expect, it } from 'vitest';
import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';
import type { Log } from '@/server/log';
import { signInFailureResponse } from './sign-in-failure';

function failedBy(failure: unknown, response = new Response('{"url":"…"}', { status: 401 })) {
  const logged: string[] = [];
  const log: Log = (_level, message) => void logged.push(message);
  const airline = { log } as Airline;
  return { answer: signInFailureResponse(airline, { failure, response }), logged };
}

describe('a sign-in that failed for another reason than its credentials', () => {
  it('because of the rate limit is 429 and says when to come back', () => {
    const { answer, logged } = failedBy(new Refusal('RATE_LIMITED', { retryAfterSeconds: 42 }));
    expect([answer.status, answer.headers.get('Retry-After'), logged]).toEqual([429, '42', []]);
  });

  it('because of a fault of ours is 503 and logged', () => {
    const { answer, logged } = failedBy(new Error('connection lost'));
    expect([answer.status, logged]).toEqual([503, ['sign-in failed']]);
  });

  it('in a browser goes to the sign-in page', () => {
    const redirect = new Response(null, {
      status: 302,
      headers: { Location: '/sign-in?error=RATE_LIMITED' },
    });
    expect(failedBy(new Refusal('RATE_LIMITED'), redirect).answer).toBe(redirect);
  });
});
