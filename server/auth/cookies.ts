import type { AirlineCode } from '@/server/domain/airline-code';

/** Session and visitor cookies last this long; a month between two trips is usual. */
export const cookieSeconds = 30 * 24 * 60 * 60;

/**
 * Cookies ignore ports, and the three sites may share a host: with one name for all, signing in at one would sign out of
 * the others. Under https the `__Host-` prefix keeps subdomains from setting them.
 */
function cookieName(site: CookieSite, purpose: string): string {
  return `${site.secure ? '__Host-' : ''}passcom-${site.code}.${purpose}`;
}

export type CookieSite = { code: AirlineCode; secure: boolean };

/** A cookie as both next-auth and Next take it. */
export type CookieSpec = {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };
};

function cookie(site: CookieSite, purpose: string): CookieSpec {
  return {
    name: cookieName(site, purpose),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: site.secure },
  };
}

/** The signed-in customer's encrypted session token. */
export const sessionCookie = (site: CookieSite) => cookie(site, 'session');

/** Tells one browser from another before anybody has signed in; holds drafts and seats together. */
export const visitorCookie = (site: CookieSite) => cookie(site, 'visitor');

/** next-auth's own two, for its HTTP door. */
export const csrfCookie = (site: CookieSite) => cookie(site, 'csrf');
export const callbackUrlCookie = (site: CookieSite) => cookie(site, 'callback-url');
