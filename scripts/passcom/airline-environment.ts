import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterUser, passwordFileOf } from '@/scripts/postgres/initialize-cluster';
import { findPostmaster } from '@/scripts/postgres/postmaster-file';
import { readDeployment } from '@/scripts/start/deployment';
import type { AirlineCode } from '@/server/domain/airline-code';
import { type PeerEnv, readPeerEnv } from '@/server/env';
import { CommandFailure } from './command-failure';

/**
 * Whose database and whose signature a command uses: an airline of the alliance that `npm start` runs on this machine, or
 * the one of the environment. Throws one sentence.
 */
export function airlineEnvironment(code: AirlineCode | null): PeerEnv {
  if (code === null) return readPeerEnv();
  const { members, secretFolder } = readDeployment({
    root: process.cwd(),
    environment: process.env,
    only: null,
  });
  const airline = members.find((member) => member.code === code);
  if (!airline) throw new CommandFailure(`there is no airline ${code} on this machine`);
  const [ALLIANCE_FILE, PEER_KEY_FILE] = ['alliance.json', `${code}.key.json`].map((name) =>
    join(secretFolder, name),
  );
  if (!ALLIANCE_FILE || !existsSync(ALLIANCE_FILE))
    throw new CommandFailure(`npm start has never run here: ${ALLIANCE_FILE} is missing`);
  const DATABASE_URL = airline.databaseUrl ?? urlOfCluster(airline.name, airline.clusterFolder);
  return readPeerEnv({ AIRLINE: code, DATABASE_URL, ALLIANCE_FILE, PEER_KEY_FILE });
}

function urlOfCluster(name: string, folder: string): string {
  const postmaster = findPostmaster(folder);
  if (!postmaster) throw new CommandFailure(`the PostgreSQL of ${name} does not run: npm start`);
  const password = readFileSync(passwordFileOf(folder), 'utf8').trim();
  return `postgres://${clusterUser}:${password}@127.0.0.1:${postmaster.port}/passcom`;
}
