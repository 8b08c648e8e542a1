import { mkdirSync } from 'node:fs';
import { migrateDatabase } from '@/db/migrate';
import { findPostmaster } from '../postgres/postmaster-file';
import { startCluster } from '../postgres/start-cluster';
import { signal, stopPostmaster } from '../postgres/stop-postmaster';
import { isAlive, type ProcessIdentity } from '../process-identity';
import {
  type AirlineDeployment,
  type AllianceDeployment,
  type Environment,
  portVariable,
} from './deployment';
import { openExternalDatabase } from './external-database';
import { forgetRunning, readRunning, writeRunning } from './running-file';
import { launchSite, stopSite } from './site';

/** Twelve connections of the site, the operator's command line, tests and a person looking in. */
const maxConnections = 60;

/** Brings up one airline's PostgreSQL with the newest schema. Returns its URL; throws `StartFailure`. */
export async function startDatabase(
  alliance: AllianceDeployment,
  airline: AirlineDeployment,
): Promise<string> {
  mkdirSync(alliance.logFolder, { recursive: true });
  const url = airline.databaseUrl
    ? await openExternalDatabase(airline.name, airline.databaseUrl)
    : (await startCluster(clusterSettings(airline))).url;
  await migrateDatabase(url);
  return url;
}

function clusterSettings(airline: AirlineDeployment) {
  return {
    label: `PostgreSQL of ${airline.name} (${portVariable(airline, 'POSTGRES_PORT')})`,
    folder: airline.clusterFolder,
    port: airline.postgresPort,
    database: 'passcom',
    logFile: airline.postgresLogFile,
    durable: true,
    maxConnections,
  };
}

export type SiteStart = {
  alliance: AllianceDeployment;
  airline: AirlineDeployment;
  supervisor: ProcessIdentity;
  environment: Environment;
};

/** Starts one airline's site and notes it on disk; it need not be ready yet. */
export function startSite({ alliance, airline, supervisor, environment }: SiteStart): ProcessIdentity {
  const site = launchSite({
    root: alliance.root,
    port: airline.sitePort,
    logFile: airline.logFile,
    environment,
  });
  writeRunning(airline, { supervisor, site });
  return site;
}

/** Stops one airline, the site first, so that it can finish what it is doing. Does nothing when nothing runs. */
export async function stopAirline(airline: AirlineDeployment): Promise<void> {
  const site = readRunning(airline)?.site;
  if (site) await stopSite(site);
  const postmaster = findPostmaster(airline.clusterFolder);
  if (postmaster) await stopPostmaster(postmaster.pid);
  forgetRunning(airline);
}

/** Ends one airline at once; what was committed stays, the next start replays the log. */
export function forceAirline(airline: AirlineDeployment): void {
  const site = readRunning(airline)?.site;
  if (site) signal(site.pid, 'SIGKILL');
  const postmaster = findPostmaster(airline.clusterFolder);
  if (postmaster) signal(postmaster.pid, 'SIGQUIT');
  forgetRunning(airline);
}

/** Which part of a started airline no longer runs, or null while all does. */
export function endedPart(airline: AirlineDeployment): 'site' | 'PostgreSQL' | null {
  const site = readRunning(airline)?.site;
  if (!site || !isAlive(site.pid)) return 'site';
  if (!airline.databaseUrl && !findPostmaster(airline.clusterFolder)) return 'PostgreSQL';
  return null;
}
