import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity } from '../process-identity';
import { isBeingBuilt } from './build-lock';

/** Written last: a folder without it is half a build. */
export const buildMarker = 'PASSCOM_BUILD';

/** Notes that a process serves from this build, so that no other start removes it. */
export function noteBuildUser(folder: string, user: ProcessIdentity): void {
  const users = usersFolder(folder);
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, `${user.pid}.json`), JSON.stringify(user));
}

/** Removes the builds of earlier sources that no living process uses. */
export function removeUnusedBuilds(root: string, current: string): void {
  const builds = readdirSync(root).filter((name) => /^\.next-[0-9a-f]{12}$/.test(name) && name !== current);
  for (const name of builds) {
    const folder = join(root, name);
    if (!isBeingBuilt(folder) && !isUsed(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function isUsed(folder: string): boolean {
  const users = usersFolder(folder);
  if (!existsSync(users)) return false;
  return readdirSync(users).some((name) =>
    isRunning(JSON.parse(readFileSync(join(users, name), 'utf8')) as ProcessIdentity),
  );
}

function usersFolder(folder: string): string {
  return join(folder, 'passcom-users');
}
