import { type NextRequest, NextResponse } from 'next/server';
import { isSameOrigin } from '@/server/auth/same-origin';
import { contentSecurityPolicy, dataPolicy, securityHeaders } from '@/server/auth/security-headers';
import { isDevelopment } from '@/server/env';

/**
 * Refuses what another site's page sends, gives every answer its security headers, and every page a policy with its own
 * nonce, which Next puts on its scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isOwnRequest(request) && !isProcedure(request))
    return new NextResponse('This request came from another site.', { status: 403 });
  const https = isHttps(request);
  const { response, policy } = request.nextUrl.pathname.startsWith('/api/')
    ? { response: NextResponse.next(), policy: dataPolicy }
    : pageWithNonce(request, https);
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(securityHeaders(https))) response.headers.set(name, value);
  return response;
}

/** Next reads the nonce from the request's policy; our own components read `x-nonce`. */
function pageWithNonce(request: NextRequest, https: boolean) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy({ nonce, development: isDevelopment, https });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  return { response: NextResponse.next({ request: { headers } }), policy };
}

/** A procedure that changes something refuses other sites itself, in the typed way that its callers read. */
function isProcedure({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname.startsWith('/api/trpc/');
}

/** Next refuses a form from another site too, but as if the fault were ours. */
function isOwnRequest({ method, headers, nextUrl }: NextRequest): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  const origin = headers.get('origin');
  const secFetchSite = headers.get('sec-fetch-site');
  return isSameOrigin({ method, origin, secFetchSite, host, siteUrl: nextUrl.origin });
}

/** A client can claim https only towards itself, and browsers ignore strict transport that came without it. */
function isHttps(request: NextRequest): boolean {
  return request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
}

/** Built files have names with a hash and go out without a proxy's cost; `next.config.mjs` gives them `nosniff`. */
export const config = { matcher: ['/((?!_next/static|_next/image).*)'] };
