import { cookies } from 'next/headers';
import { cache } from 'react';
import { type Customer, toCustomer } from '@/server/account/customer';
import { findCustomerById } from '@/server/account/find-customer';
import { unitedCustomer } from '@/server/account/united-customer';
import type { Session } from '@/server/context';
import { type AuthSite, getAuthSite } from './auth-site';
import { sessionCookie } from './cookies';
import { decodeSessionToken, type SessionClaims } from './session-token';

/**
 * Who is signed in, or null. For server components, actions and route handlers; once per request in server components.
 * The token is next-auth's, read with its own codec: `getServerSession` would encrypt a new one for each page, which
 * pages cannot send, and fails the page when a browser brings a damaged `callback-url` cookie.
 */
export const getSession = cache(async (): Promise<Session | null> => {
  const site = getAuthSite();
  const { name } = sessionCookie({ code: site.airline.code, secure: site.secure });
  return sessionOf(site, (await cookies()).get(name)?.value);
});

/**
 * The session that a cookie's value stands for. One look at the account by its key: a session ends when the account is
 * gone or its password has changed, wherever that was, and shows the name of today. An account that was united with
 * another goes on as that one.
 */
export async function sessionOf(site: AuthSite, token: string | undefined): Promise<Session | null> {
  const claims = await decodeSessionToken(site, token);
  if (!claims) return null;
  const row = await findCustomerById(site.airline, claims.sub);
  if (!row || !isStillOpenedBy(claims, toCustomer(row))) return null;
  const { id, name, email, holdsEmail } = await unitedCustomer(site.airline, row);
  return { customerId: id, name, email, holdsEmail };
}

/** Was the session started with the password of today? */
function isStillOpenedBy(claims: SessionClaims, today: Customer): boolean {
  const { credentialMark = today.credentialMark } = claims;
  return claims.credentialEpoch === today.credentialEpoch && credentialMark === today.credentialMark;
}
