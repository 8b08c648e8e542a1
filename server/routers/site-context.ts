import { TRPCError } from '@trpc/server';
import { getAuthSite } from '../auth/auth-site';
import { callerAddress } from '../auth/caller-address';
import { isSameOrigin } from '../auth/same-origin';
import { getSession } from '../auth/session';
import { getEnv } from '../boot';
import type { SiteContext } from '../context';

/** A purchase for nine passengers over four legs is some 5 kB. */
const maxBodyBytes = 100_000;

/** What is known of a request to the public procedures. Its body is read after this: one that is too long never is. */
export async function createSiteContext({ method, headers }: Request): Promise<SiteContext> {
  if (method === 'POST' && !hasModestBody(headers)) throw new TRPCError({ code: 'PAYLOAD_TOO_LARGE' });
  const site = getAuthSite();
  return {
    airline: site.airline,
    session: await getSession(),
    address: callerAddress(headers.get('x-forwarded-for'), site.trustedProxies),
    sameOrigin: isSameOrigin({
      method,
      origin: headers.get('origin'),
      secFetchSite: headers.get('sec-fetch-site'),
      host: headers.get('host'),
      siteUrl: getEnv().NEXTAUTH_URL,
    }),
  };
}

/** A body whose length nobody states could be of any. */
function hasModestBody(headers: Headers): boolean {
  const contentLength = headers.get('content-length');
  return contentLength !== null && Number(contentLength) <= maxBodyBytes;
}
