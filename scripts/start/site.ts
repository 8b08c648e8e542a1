import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { signal } from '../postgres/stop-postmaster';
import { findProcess, isRunning, type ProcessIdentity } from '../process-identity';
import { StartFailure } from '../start-failure';
import { waitUntil } from '../wait-until';
import type { Environment } from './deployment';

export type SiteLaunch = { root: string; port: number; logFile: string; environment: Environment };

/** The site first answers what is under way, usually in a fraction of a second, and gives up by itself before this. */
const drainMs = 20_000;
const forcedMs = 3_000;

/**
 * Starts one site from the build as a single process in a session of its own: it lives until `stopSite`, also when
 * this process ends, and Ctrl-C in the terminal reaches only us.
 */
export function launchSite({ root, port, logFile, environment }: SiteLaunch): ProcessIdentity {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, logFile.replace(/\.log$/, '.previous.log'));
  const log = openSync(logFile, 'a');
  // npm and npx in between would survive or orphan the site.
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', log, log],
      env: environment as NodeJS.ProcessEnv,
    },
  );
  closeSync(log);
  child.once('error', () => undefined);
  child.unref();
  const identity = child.pid ? findProcess(child.pid) : null;
  if (!identity) throw new StartFailure(`The site on port ${port} ended at once: see ${logFile}.`);
  return identity;
}

/** Asks the site to end, and ends it by force when it does not. */
export async function stopSite(site: ProcessIdentity): Promise<void> {
  for (const [name, deadlineMs] of [
    ['SIGTERM', drainMs],
    ['SIGKILL', forcedMs],
  ] as const) {
    if (!isRunning(site) || !signal(site.pid, name)) return;
    if (await waitUntil(() => !isRunning(site), deadlineMs, 25)) return;
  }
}
