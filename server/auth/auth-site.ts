import type { Airline } from '@/server/airline';
import { getAirline, getEnv } from '@/server/boot';

/** What sessions of this site depend on. */
export type AuthSite = {
  airline: Airline;
  /** Encrypts the sessions of this airline only. */
  secret: string;
  /** True when people reach the site by https: then cookies never travel without it. */
  secure: boolean;
  /** Reverse proxies in front of the site; tells which address in `X-Forwarded-For` is the caller's. */
  trustedProxies: number;
};

/** The site that this process serves. */
export function getAuthSite(): AuthSite {
  const env = getEnv();
  return {
    airline: getAirline(),
    secret: env.NEXTAUTH_SECRET,
    secure: env.NEXTAUTH_URL.startsWith('https://'),
    trustedProxies: env.TRUSTED_PROXIES,
  };
}
