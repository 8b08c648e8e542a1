import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRunning, type ProcessIdentity } from '../process-identity';
import { StartFailure } from '../start-failure';
import type { AirlineDeployment } from './deployment';
import { stopSite } from './site';

/** What runs for one airline, kept on disk so that a later start can find what a kill -9 left behind. */
export type RunningAirline = {
  /** Who started it and will stop it. */
  supervisor: ProcessIdentity;
  site: ProcessIdentity | null;
};

export function readRunning(airline: AirlineDeployment): RunningAirline | null {
  try {
    return JSON.parse(readFileSync(airline.runningFile, 'utf8')) as RunningAirline;
  } catch {
    return null;
  }
}

export function writeRunning(airline: AirlineDeployment, running: RunningAirline): void {
  mkdirSync(dirname(airline.runningFile), { recursive: true });
  const unfinished = `${airline.runningFile}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(running));
  renameSync(unfinished, airline.runningFile);
}

export function forgetRunning(airline: AirlineDeployment): void {
  rmSync(airline.runningFile, { force: true });
}

/** True when this supervisor, and nobody after it, has the airline. */
export function isSupervisedBy(airline: AirlineDeployment, supervisor: ProcessIdentity): boolean {
  const holder = readRunning(airline)?.supervisor;
  return holder?.pid === supervisor.pid && holder.startedAt === supervisor.startedAt;
}

/**
 * Makes this airline ours to start: refuses while another supervisor has it, stops the site that a supervisor which
 * no longer lives left behind. A cluster left behind is adopted later.
 */
export async function takeOver(airline: AirlineDeployment, supervisor: ProcessIdentity): Promise<void> {
  const before = readRunning(airline);
  if (before && before.supervisor.pid !== supervisor.pid && isRunning(before.supervisor)) {
    throw new StartFailure(
      `${airline.name} already runs at ${airline.siteUrl} (npm start, process ${before.supervisor.pid}): stop that one with Ctrl-C, or give this one its own PASSCOM_DATA_DIR and PASSCOM_PORT_OFFSET.`,
    );
  }
  if (before?.site && isRunning(before.site)) await stopSite(before.site);
  writeRunning(airline, { supervisor, site: null });
}
