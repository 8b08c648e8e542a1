import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '../postgres/database';
import { StartFailure } from '../start-failure';
import type { AirlineDeployment, AllianceDeployment, Environment } from './deployment';
import { logTail } from './log-tail';

/** True when this airline has flights of its own; the import is whole or nothing, so one is enough. */
export async function isSeeded(airline: AirlineDeployment, databaseUrl: string): Promise<boolean> {
  const [row] = await withConnection(
    databaseUrl,
    (sql) => sql<{ seeded: boolean }[]>`
      select exists (select from legs where airline = ${airline.code}) as seeded`,
  );
  return row?.seeded ?? false;
}

export type SeedRequest = {
  alliance: AllianceDeployment;
  airline: AirlineDeployment;
  /** The site's own environment: the operator's command line reads the same one. */
  environment: Environment;
  /** How many days of flights from today; undefined for the usual window. */
  days: string | undefined;
  signal: AbortSignal;
};

/** Imports this airline's own network. In a process of its own, so that airlines are seeded side by side. */
export async function seed({ alliance, airline, environment, days, signal }: SeedRequest): Promise<void> {
  const logFile = join(alliance.logFolder, `${airline.code}-seed.log`);
  const log = openSync(logFile, 'w');
  const command = ['--import', 'tsx', join(alliance.root, 'scripts/passcom.ts'), 'seed'];
  const child = spawn(process.execPath, days ? [...command, '--days', days] : command, {
    cwd: alliance.root,
    stdio: ['ignore', log, log],
    env: environment as NodeJS.ProcessEnv,
    signal,
  });
  closeSync(log);
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status === 0) return;
  throw new StartFailure(
    `The flights of ${airline.name} could not be imported; ${logFile} ends with:\n${logTail(logFile)}`,
  );
}
