import type { AuthOptions } from 'next-auth';
import type { Customer } from '@/server/account/customer';
import { isRefusal } from '@/server/errors';
import type { AuthSite } from './auth-site';
import { authenticate } from './authenticate';
import { callerAddress } from './caller-address';
import { callbackUrlCookie, cookieSeconds, csrfCookie, sessionCookie } from './cookies';
import { localPath } from './local-path';
import { claimsOf, decodeSessionToken } from './session-token';

/** What the HTTP door must know beyond next-auth's own redirects. */
export type SignInObserver = {
  /** Told why a sign-in failed when it was not the credentials: a `Refusal`, or a fault of ours. */
  onFailure(error: unknown): void;
};

/**
 * next-auth's configuration, built for each call from the site. One provider, `credentials`; sessions are encrypted
 * tokens in a cookie whose name, secret and content belong to one airline.
 */
export function authOptions(site: AuthSite, observer: SignInObserver): AuthOptions {
  const { airline, secret, secure } = site;
  const cookieSite = { code: airline.code, secure };
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    cookies: {
      sessionToken: sessionCookie(cookieSite),
      csrfToken: csrfCookie(cookieSite),
      callbackUrl: callbackUrlCookie(cookieSite),
    },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    providers: [credentialsProvider(site, observer)],
    jwt: { decode: ({ token }) => decodeSessionToken(site, token) },
    callbacks: {
      jwt: ({ token, user }) => (isCustomer(user) ? claimsOf(site, user) : token),
      session: ({ session, token }) => ({ ...session, customerId: token.sub }),
      redirect: ({ url, baseUrl }) => baseUrl + localPath(pathAt(baseUrl, url)),
    },
    logger: {
      // Damaged and foreign tokens arrive here with their text in the metadata: name the event only.
      error: (code) => airline.log('info', 'next-auth refused something', { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function credentialsProvider(site: AuthSite, observer: SignInObserver): AuthOptions['providers'][number] {
  return {
    id: 'credentials',
    name: 'credentials',
    type: 'credentials',
    credentials: { email: {}, password: {} },
    authorize: async (credentials, { headers }) => {
      const { email = '', password = '' } = credentials ?? {};
      const address = callerAddress(headers?.['x-forwarded-for'] ?? null, site.trustedProxies);
      try {
        const customer = await authenticate(site.airline, { email, password, address });
        return customer && { ...customer, id: customer.customerId };
      } catch (error) {
        observer.onFailure(error);
        // next-auth puts the message into a URL: a refusal's code may stand there, a database's words may not.
        throw new Error(isRefusal(error) ? error.code : 'SIGN_IN_FAILED');
      }
    },
  };
}

/** At sign-in next-auth hands back what `authorize` returned, typed as its own user. */
function isCustomer(user: unknown): user is Customer {
  return typeof user === 'object' && user !== null && 'customerId' in user && 'credentialEpoch' in user;
}

/** The path of an absolute URL of this site; any other text as it is, for `localPath` to judge. */
function pathAt(baseUrl: string, url: string): string {
  return url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
}
