import { join, resolve } from 'node:path';
import { type AirlineCode, airlineCodes, airlineIdentities } from '@/server/domain/airline-code';
import { serverOwner } from '../postgres/server-owner';
import { clusterHome } from '../postgres/state-home';
import { StartFailure } from '../start-failure';

/** Where one airline listens and keeps its things on this machine. */
export type AirlineDeployment = {
  code: AirlineCode;
  name: string;
  sitePort: number;
  peerPort: number;
  postgresPort: number;
  siteUrl: string;
  peerUrl: string;
  /** A PostgreSQL of somebody else's; null means an embedded cluster of our own. */
  databaseUrl: string | null;
  clusterFolder: string;
  logFile: string;
  postgresLogFile: string;
  /** Which processes run for it; see `running-file.ts`. */
  runningFile: string;
};

/** The alliance on this machine: all members, whether this command starts them or not. */
export type AllianceDeployment = {
  root: string;
  dataFolder: string;
  logFolder: string;
  secretFolder: string;
  members: AirlineDeployment[];
};

export type Environment = Record<string, string | undefined>;

/** Below 32768, above which outgoing connections get their ports; the offset makes room for another alliance. */
const firstPorts = { site: 3001, peer: 4001, postgres: 15431 };

export type DeploymentRequest = { root: string; environment: Environment; only: AirlineCode | null };

/**
 * Reads the layout from the environment. `<AIRLINE>_PORT`, `_PEER_PORT`, `_POSTGRES_PORT`, `_DATABASE_URL` change one
 * value; `PASSCOM_PORT_OFFSET` moves all ports; `PASSCOM_DATA_DIR` is where everything is kept. `DATABASE_URL` is the database of
 * the only airline, else the server for a database each. Throws `StartFailure`.
 */
export function readDeployment({ root, environment, only }: DeploymentRequest): AllianceDeployment {
  const dataFolder = resolve(root, environment.PASSCOM_DATA_DIR || '.data');
  const clusters = clusterHome(dataFolder, serverOwner());
  const offset = readNumber(environment, 'PASSCOM_PORT_OFFSET', { fallback: 0, min: 0, max: 20_000 });
  const members = airlineCodes.map((code, index) => {
    const prefix = code.toUpperCase();
    const port = (suffix: string, first: number) =>
      readNumber(environment, `${prefix}_${suffix}`, {
        fallback: first + index + offset,
        min: 1,
        max: 65_535,
      });
    const sitePort = port('PORT', firstPorts.site);
    const peerPort = port('PEER_PORT', firstPorts.peer);
    return {
      code,
      name: airlineIdentities[code].name,
      sitePort,
      peerPort,
      postgresPort: port('POSTGRES_PORT', firstPorts.postgres),
      siteUrl: `http://localhost:${sitePort}`,
      peerUrl: `http://127.0.0.1:${peerPort}`,
      databaseUrl:
        environment[`${prefix}_DATABASE_URL`] ||
        databaseUrlFor(code, { url: environment.DATABASE_URL, only }),
      clusterFolder: join(clusters, code),
      logFile: join(dataFolder, 'logs', `${code}.log`),
      postgresLogFile: join(dataFolder, 'logs', `${code}-postgres.log`),
      runningFile: join(dataFolder, 'running', `${code}.json`),
    };
  });
  refuseSharedPorts(members);
  return {
    root,
    dataFolder,
    logFolder: join(dataFolder, 'logs'),
    secretFolder: join(dataFolder, 'secrets'),
    members,
  };
}

/** The environment variable that changes a port of this airline, for messages. */
export function portVariable(
  airline: AirlineDeployment,
  kind: 'PORT' | 'PEER_PORT' | 'POSTGRES_PORT',
): string {
  return `${airline.code.toUpperCase()}_${kind}`;
}

function databaseUrlFor(
  code: AirlineCode,
  { url, only }: { url: string | undefined; only: AirlineCode | null },
): string | null {
  if (!url) return null;
  if (!URL.canParse(url)) {
    throw new StartFailure('DATABASE_URL is not of the form postgres://name:password@host:5432/database.');
  }
  if (only) return only === code ? url : null;
  const own = new URL(url);
  own.pathname = `${own.pathname === '/' ? '/passcom' : own.pathname}_${code}`;
  return own.href;
}

type Bounds = { fallback: number; min: number; max: number };

function readNumber(environment: Environment, name: string, { fallback, min, max }: Bounds): number {
  const text = environment[name];
  const value = text ? Number(text) : fallback;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new StartFailure(`${name}=${text ?? value} must be a whole number from ${min} to ${max}.`);
}

function refuseSharedPorts(members: AirlineDeployment[]): void {
  const ports = members.flatMap(({ sitePort, peerPort, postgresPort }) => [sitePort, peerPort, postgresPort]);
  const twice = ports.find((port, index) => ports.indexOf(port) !== index);
  if (twice) throw new StartFailure(`Port ${twice} stands twice in the environment: each needs its own.`);
}
