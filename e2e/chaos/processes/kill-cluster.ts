import { readFileSync } from 'node:fs';
import { findPostmaster } from '@/scripts/postgres/postmaster-file';
import { signal } from '@/scripts/postgres/stop-postmaster';
import { waitUntil } from '@/scripts/wait-until';
import { deploymentOf } from '../../alliance/alliance-under-test';
import type { AirlineCode } from '../../api/airlines';

const endedMs = 10_000;

/** The pid of an airline's postmaster; throws when it does not run. */
export function postmasterOf(airline: AirlineCode): number {
  const postmaster = findPostmaster(deploymentOf(airline).clusterFolder);
  if (!postmaster) throw new Error(`the PostgreSQL of ${airline} does not run`);
  return postmaster.pid;
}

/** Ends a whole PostgreSQL with kill -9, the postmaster and every process of it, and waits until it is gone. */
export async function killCluster(airline: AirlineCode): Promise<void> {
  const pid = postmasterOf(airline);
  // Stopped, it can start no further process while we look at those it has.
  signal(pid, 'SIGSTOP');
  for (const child of [...childrenOf(pid), pid]) signal(child, 'SIGKILL');
  await waitUntil(() => !findPostmaster(deploymentOf(airline).clusterFolder), endedMs, 5);
}

/** Empty where the system does not tell; then they end by themselves when they miss the postmaster. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}
