import { cookies } from 'next/headers';
import type { Customer } from '@/server/account/customer';
import { getAuthSite } from './auth-site';
import { cookieSeconds, sessionCookie } from './cookies';
import { encodeSessionToken } from './session-token';

/** Signs the customer in for this browser. Only in server actions and route handlers. */
export async function startSession(customer: Customer): Promise<void> {
  const site = getAuthSite();
  const { name, options } = sessionCookie({ code: site.airline.code, secure: site.secure });
  const value = await encodeSessionToken(site, customer);
  (await cookies()).set({ ...options, name, value, maxAge: cookieSeconds });
}

/** Signs this browser out. Only in server actions and route handlers. */
export async function endSession(): Promise<void> {
  const site = getAuthSite();
  const { name, options } = sessionCookie({ code: site.airline.code, secure: site.secure });
  (await cookies()).set({ ...options, name, value: '', maxAge: 0 });
}
