import { findPostmaster } from '@/scripts/postgres/postmaster-file';
import { signal } from '@/scripts/postgres/stop-postmaster';
import { isRunning } from '@/scripts/process-identity';
import * as lifecycle from '@/scripts/start/airline-lifecycle';
import { askHealth, waitForSite } from '@/scripts/start/health';
import { readRunning } from '@/scripts/start/running-file';
import { waitUntil } from '@/scripts/wait-until';
import type { AirlineCode } from '../api/airlines';
import { allianceUnderTest, deploymentOf, takeHandover } from './alliance-under-test';

const endedMs = 10_000;
/** Offline is declared after 5 s of silence; the rest is for a busy machine. */
const peerStateMs = 20_000;

/** As an operator would: the site finishes what it does, then its database. */
export async function stopAirline(code: AirlineCode): Promise<void> {
  await lifecycle.stopAirline(deploymentOf(code));
}

/** Site and database end at once, as in a power cut; what was committed is on disk. */
export async function killAirline(code: AirlineCode): Promise<void> {
  const airline = deploymentOf(code);
  const site = readRunning(airline)?.site;
  const postmaster = findPostmaster(airline.clusterFolder);
  for (const victim of [site, postmaster]) {
    if (victim) signal(victim.pid, 'SIGKILL');
  }
  await waitUntil(() => !(site && isRunning(site)) && !findPostmaster(airline.clusterFolder), endedMs);
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
