/** Methods that change nothing. */
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export type RequestOrigin = {
  method: string;
  /** Header `Origin`, or null. */
  origin: string | null;
  /** Header `Sec-Fetch-Site`, or null. */
  secFetchSite: string | null;
  /** Header `Host`: a site may be reached by more than one name. */
  host: string | null;
  /** Where the site says that it is, behind whatever proxy. */
  siteUrl: string;
};

/**
 * False when a browser says that another site's page sent a request that changes something. Browsers always send one of
 * the two headers with a POST; a program sends neither and is allowed, because it carries no cookie against its owner's
 * will. `same-site` is not enough: the three airlines may share a host.
 */
export function isSameOrigin(request: RequestOrigin): boolean {
  if (safeMethods.has(request.method)) return true;
  const { origin, secFetchSite } = request;
  if (secFetchSite !== null && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return false;
  return origin === null || isOwnOrigin(origin, request);
}

function isOwnOrigin(origin: string, { host, siteUrl }: RequestOrigin): boolean {
  if (!URL.canParse(origin)) return false;
  const { host: originHost, origin: normalised } = new URL(origin);
  return normalised === new URL(siteUrl).origin || (host !== null && originHost === host.toLowerCase());
}
