import { cookies } from 'next/headers';
import { z } from 'zod';
import { getAuthSite } from './auth-site';
import { type CookieSpec, cookieSeconds, visitorCookie } from './cookies';

const visitorIdSchema = z.uuid();

function cookieHere(): CookieSpec {
  const site = getAuthSite();
  return visitorCookie({ code: site.airline.code, secure: site.secure });
}

/** This browser's id at this airline, or null before its first draft. */
export async function readVisitorId(): Promise<string | null> {
  const value = (await cookies()).get(cookieHere().name)?.value;
  return visitorIdSchema.safeParse(value).data ?? null;
}

/** This browser's id, made now if it has none. Only in server actions and route handlers. */
export async function ensureVisitorId(): Promise<string> {
  const value = (await readVisitorId()) ?? getAuthSite().airline.ids.uuid();
  const { name, options } = cookieHere();
  (await cookies()).set({ ...options, name, value, maxAge: cookieSeconds });
  return value;
}
