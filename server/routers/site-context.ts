import { getAuthSite } from '../auth/auth-site';
import { callerAddress } from '../auth/caller-address';
import { isSameOrigin } from '../auth/same-origin';
import { getSession } from '../auth/session';
import { getEnv } from '../boot';
import type { SiteContext } from '../context';

/** What is known of a request to the public procedures. */
export async function createSiteContext({ method, headers }: Request): Promise<SiteContext> {
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
