import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import type { Customer } from '@/server/account/customer';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import type { AuthSite } from './auth-site';
import { cookieSeconds } from './cookies';

/** What a session token says; next-auth encrypts it (A256GCM) and adds issue and expiry times. */
const sessionClaimsSchema = z.object({
  /** The customer's id. */
  sub: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** Only this airline takes the token, even where two were given one secret by mistake. */
  airline: airlineCodeSchema,
  credentialEpoch: z.int(),
  /** Absent in tokens from before accounts could change on two sides of a cut. */
  credentialMark: z.string().optional(),
});

export type SessionClaims = z.infer<typeof sessionClaimsSchema>;

/** The claims of a session that starts now. */
export function claimsOf(site: AuthSite, customer: Customer): SessionClaims {
  const { customerId: sub, name, email, credentialEpoch, credentialMark } = customer;
  return { sub, name, email, airline: site.airline.code, credentialEpoch, credentialMark };
}

/** The cookie's value, the same as next-auth's own sign-in writes. */
export function encodeSessionToken(site: AuthSite, customer: Customer): Promise<string> {
  return encode({ token: claimsOf(site, customer), secret: site.secret, maxAge: cookieSeconds });
}

/** The claims of a token that this airline issued and that has not run out; null for any other text. */
export async function decodeSessionToken(
  site: AuthSite,
  token: string | undefined,
): Promise<SessionClaims | null> {
  const payload = await decryptOrNull(site, token);
  const claims = sessionClaimsSchema.safeParse(payload);
  return claims.success && claims.data.airline === site.airline.code ? claims.data : null;
}

/** The library throws for forged, foreign, damaged and expired tokens alike: all mean that nobody is signed in. */
async function decryptOrNull(site: AuthSite, token: string | undefined): Promise<unknown> {
  try {
    return await decode({ token, secret: site.secret });
  } catch {
    return null;
  }
}
