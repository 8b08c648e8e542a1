import { findPostmaster } from '@/scripts/postgres/postmaster-file';
import { signal } from '@/scripts/postgres/stop-postmaster';
import { isRunning } from '@/scripts/process-identity';
import * as lifecycle from '@/scripts/start/airline-lifecycle';
import { askHealth, waitForSite } from '@/scripts/start/health';
import { readRunning } from '@/scripts/start/running-file';
import { waitUntil } from '@/scripts/wait-until';
import type { AirlineCode } from '../api/airlines';
import { allianceUnderTest, deploymentOf, takeHandover } from './alliance-under-test';

/** As an operator would: the site finishes what it does, then its database. */
export async function stopAirline(code: AirlineCode): Promise<void> {
  await lifecycle.stopAirline(deploymentOf(code));
}

/** Site and database end at once, as in a power cut; what was committed is on disk. */
export async function killAirline(code: AirlineCode): Promise<void> {
  await killSite(code);
  await killDatabase(code);
}

/** kill -9 of the site alone. */
export async function killSite(code: AirlineCode): Promise<void> {
  const site = readRunning(deploymentOf(code))?.site;
  if (!site) return;
  signal(site.pid, 'SIGKILL');
  await waitUntil(() => !isRunning(site), endedMs);
}

/** kill -9 of the database alone. */
export async function killDatabase(code: AirlineCode): Promise<void> {
  const { clusterFolder } = deploymentOf(code);
  const postmaster = findPostmaster(clusterFolder);
  if (!postmaster) return;
  signal(postmaster.pid, 'SIGKILL');
  await waitUntil(() => !findPostmaster(clusterFolder), endedMs);
}

/** The process stays but does nothing until `continueSite`: the fault that looks like a slow network. */
export function freezeSite(code: AirlineCode): void {
  signalSite(code, 'SIGSTOP');
}

export function continueSite(code: AirlineCode): void {
  signalSite(code, 'SIGCONT');
}

/** Starts what of this airline does not run, database first, and returns once it can sell its own seats. */
export async function startAirline(code: AirlineCode): Promise<void> {
  const airline = deploymentOf(code);
  const { supervisor, environments } = takeHandover();
  await lifecycle.startDatabase(allianceUnderTest, airline);
  const running = readRunning(airline)?.site;
  const site =
    running && isRunning(running)
      ? running
      : lifecycle.startSite({
          alliance: allianceUnderTest,
          airline,
          supervisor,
          environment: environments[code] ?? {},
        });
  await waitForSite({ airline, site, signal: AbortSignal.timeout(120_000) });
}

/** Waits until one airline's heartbeat sees another in this state; throws after a while. */
export async function waitForPeerState(
  observer: AirlineCode,
  peer: AirlineCode,
  state: 'live' | 'suspect' | 'offline',
): Promise<void> {
  const { siteUrl } = deploymentOf(observer);
  const seen = await waitUntil(
    async () => (await askHealth(siteUrl))?.health.peers[peer]?.state === state,
    peerStateMs,
    100,
  );
  if (!seen) throw new Error(`${observer} does not see ${peer} ${state} after ${peerStateMs / 1000} s`);
}

/** For specs that look whether the airlines' databases agree. */
export function databaseUrl(code: AirlineCode): string {
  const url = takeHandover().environments[code]?.DATABASE_URL;
  if (!url) throw new Error(`no database of ${code} was handed over`);
  return url;
}

function signalSite(code: AirlineCode, name: NodeJS.Signals): void {
  const site = readRunning(deploymentOf(code))?.site;
  if (!site || !signal(site.pid, name)) throw new Error(`the site of ${code} does not run`);
}

const endedMs = 10_000;
/** Offline is declared after 5 s of silence; the rest is for a busy machine. */
const peerStateMs = 20_000;
