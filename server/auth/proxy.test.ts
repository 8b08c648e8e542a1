import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { proxy } from '@/proxy';

const site = 'http://localhost:3002';

function answerTo(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  return proxy(
    new NextRequest(`${site}${path}`, { ...init, headers: { host: 'localhost:3002', ...init.headers } }),
  );
}

describe('every answer', () => {
  it.each(['/', '/trips', '/api/health', '/api/trpc/search.airports'])('at %s is protected', (path) => {
    const { headers } = answerTo(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
  });

  it('asks for https in future where a proxy brought it by https', () => {
    const behindTls = answerTo('/', { headers: { 'x-forwarded-proto': 'https' } });
    expect(behindTls.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(answerTo('/').headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a page', () => {
  it('gets a nonce of its own, which Next and the page are told', () => {
    const [one, other] = [answerTo('/'), answerTo('/')].map(({ headers }) => {
      const nonce = headers.get('x-middleware-request-x-nonce');
      const policy = headers.get('content-security-policy');
      expect(policy).toContain(`'nonce-${nonce}'`);
      expect(headers.get('x-middleware-request-content-security-policy')).toBe(policy);
      return nonce;
    });
    expect(one).toMatch(/^[A-Za-z0-9+/]{40,}=*$/);
    expect(one).not.toBe(other);
  });

  it('does not take its nonce from the client', () => {
    const { headers } = answerTo('/', { headers: { 'x-nonce': 'mine', 'content-security-policy': 'mine' } });
    expect(headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
    expect(headers.get('x-middleware-request-content-security-policy')).not.toContain('mine');
  });
});

describe('a form', () => {
  it("of another airline's page on the same host is refused", () => {
    const headers = { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' };
    expect(answerTo('/sign-in', { method: 'POST', headers }).status).toBe(403);
  });

  it('of this site and of a program is let through', () => {
    const own = { origin: site, 'sec-fetch-site': 'same-origin' };
    expect(answerTo('/sign-in', { method: 'POST', headers: own }).status).toBe(200);
    expect(answerTo('/sign-in', { method: 'POST' }).status).toBe(200);
  });
});

it('a procedure call of another site reaches the router, which refuses it in the typed way', () => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect(answerTo('/api/trpc/booking.cancel', { method: 'POST', headers }).status).toBe(200);
});
