import { readdirSync, readFileSync } from 'node:fs';
import { findPostmaster } from '@/scripts/postgres/postmaster-file';
import type { AllianceDeployment } from '@/scripts/start/deployment';
import { readRunning } from '@/scripts/start/running-file';

/** Linux counts processor time in hundredths of a second for everybody. */
const msPerTick = 10;

type Process = { pid: number; parent: number; ticks: number };

/**
 * Processor time that the sites and their databases have used so far, in milliseconds; null where there is no `/proc`.
 * Unlike a rate it hardly depends on what else the machine does.
 */
export function cpuTimeMs({ members }: AllianceDeployment): number | null {
  const sites = members.map((airline) => readRunning(airline)?.site?.pid);
  const postmasters = members.map((airline) => findPostmaster(airline.clusterFolder)?.pid);
  try {
    const used = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => readProcess(Number(pid)))
      .filter(({ pid, parent }) => [...sites, ...postmasters].includes(pid) || postmasters.includes(parent));
    return used.reduce((sum, { ticks }) => sum + ticks, 0) * msPerTick;
  } catch {
    return null;
  }
}

/** Empty when the process has just ended. Fields as in proc(5), after the name in parentheses. */
function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return [];
  }
}
