import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, ourselves, type ProcessIdentity } from '../process-identity';
import { StartFailure } from '../start-failure';
import { waitUntil } from '../wait-until';

/** A cold build takes half a minute; somebody else's that takes ten times as long hangs. */
const othersBuildMs = 300_000;

/** Waits until no other living process builds this folder, then builds are ours until the returned function is called. */
export async function takeBuildLock(folder: string): Promise<() => void> {
  const file = lockFileOf(folder);
  const ours = JSON.stringify(ourselves());
  const taken = await waitUntil(() => tryToLock(folder, ours), othersBuildMs, 250);
  if (!taken)
    throw new StartFailure(`Another build has run for ${othersBuildMs / 60_000} minutes (${file}): end it.`);
  return () => rmSync(file, { force: true });
}

function tryToLock(folder: string, ours: string): boolean {
  const file = lockFileOf(folder);
  try {
    writeFileSync(file, ours, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (!isBeingBuilt(folder)) rmSync(file, { force: true });
  return false;
}

/** True while a living process builds this folder. */
export function isBeingBuilt(folder: string): boolean {
  try {
    return isRunning(JSON.parse(readFileSync(lockFileOf(folder), 'utf8')) as ProcessIdentity);
  } catch {
    return false;
  }
}

function lockFileOf(folder: string): string {
  return `${folder}.lock`;
}
