import type { AirlineDeployment, Environment } from './deployment';

/** What only this command reads; a site must not take one for its own. */
const ours = /^(PASSCOM_|(RUMOS|GIRO|BOREAL)_|npm_|DATABASE_URL$|PORT$|HOSTNAME$)/;

export type SiteEnvironment = {
  airline: AirlineDeployment;
  databaseUrl: string;
  secrets: Environment;
  /** The environment of this command: limits and the like are handed on. */
  inherited: Environment;
};

/** The environment of one airline's process, as `server/env.ts` reads it; which build it serves is for the caller to add. */
export function siteEnvironment(parts: SiteEnvironment): Environment {
  const { airline, databaseUrl, secrets, inherited } = parts;
  const handedOn = Object.entries(inherited).filter(([name]) => !ours.test(name));
  return {
    DEMO_NETWORK: 'true',
    ...Object.fromEntries(handedOn),
    ...secrets,
    NODE_ENV: 'production',
    AIRLINE: airline.code,
    DATABASE_URL: databaseUrl,
    PEER_PORT: String(airline.peerPort),
    NEXTAUTH_URL: airline.siteUrl,
    // Next's own handler waits for ever on an open event stream; the airline drains itself.
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
