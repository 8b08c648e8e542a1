import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, isAlive } from '../process-identity';

/** What a running postmaster wrote into its data folder (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_*). */
export type Postmaster = { pid: number; port: number };

/** The live postmaster of exactly this data folder, or null when there is none or its file is left over. */
export function findPostmaster(folder: string): Postmaster | null {
  const [pid, , , port] = readLines(join(folder, 'postmaster.pid')).map(Number);
  if (!pid || !isAlive(pid)) return null;
  // After a reboot the number may belong to somebody else.
  return commandLineOf(pid).includes(folder) ? { pid, port: port ?? 0 } : null;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
