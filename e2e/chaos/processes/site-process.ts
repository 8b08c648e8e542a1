import { signal } from '@/scripts/postgres/stop-postmaster';
import { isRunning } from '@/scripts/process-identity';
import { readRunning } from '@/scripts/start/running-file';
import { waitUntil } from '@/scripts/wait-until';
import { deploymentOf } from '../../alliance/alliance-under-test';
import type { AirlineCode } from '../../api/airlines';

const endedMs = 10_000;

/** The process of an airline's site; throws when it does not run. */
export function sitePidOf(airline: AirlineCode): number {
  const site = readRunning(deploymentOf(airline))?.site;
  if (!site || !isRunning(site)) throw new Error(`the site of ${airline} does not run`);
  return site.pid;
}

/** kill -9, and waits until it is gone. */
export async function killSite(airline: AirlineCode): Promise<void> {
  const site = readRunning(deploymentOf(airline))?.site;
  if (!site || !signal(site.pid, 'SIGKILL')) return;
  await waitUntil(() => !isRunning(site), endedMs, 5);
}

/** Stops the site's clockwork without ending it; `thaw` lets it go on. */
export function freezeSite(airline: AirlineCode): void {
  signal(sitePidOf(airline), 'SIGSTOP');
}

export function thawSite(airline: AirlineCode): void {
  signal(sitePidOf(airline), 'SIGCONT');
}
