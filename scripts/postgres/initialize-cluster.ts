import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure';
import type { PostgresBinaries } from './binaries';
import { giveTo, type ServerOwner } from './server-owner';

export const clusterUser = 'passcom';

/** The password lies beside the cluster, readable by us alone. */
export function passwordFileOf(folder: string): string {
  return `${folder}.password`;
}

export type NewCluster = {
  folder: string;
  binaries: PostgresBinaries;
  owner: ServerOwner | null;
  /** False only for data that is thrown away. */
  durable: boolean;
};

/**
 * Makes an empty cluster in `folder` unless one is there, and returns the password of its only account. The work
 * is done under another name and renamed, so an interrupted initdb leaves nothing that looks finished.
 */
export async function initializeCluster({ folder, binaries, owner, durable }: NewCluster): Promise<string> {
  if (existsSync(`${folder}/PG_VERSION`)) return readPassword(folder);
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${folder}.unfinished`;
  const passwordForInitdb = `${unfinished}.password`;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(owner, unfinished);
  try {
    writeFileSync(passwordForInitdb, password, { mode: 0o600 });
    giveTo(owner, passwordForInitdb);
    const place = ['-D', unfinished, `--pwfile=${passwordForInitdb}`, ...(durable ? [] : ['--no-sync'])];
    await runInitdb(binaries, owner, place);
  } finally {
    rmSync(passwordForInitdb, { force: true });
  }
  writeFileSync(passwordFileOf(folder), password, { mode: 0o600 });
  renameSync(unfinished, folder);
  return password;
}

function readPassword(folder: string): string {
  try {
    return readFileSync(passwordFileOf(folder), 'utf8');
  } catch {
    throw new StartFailure(
      `${passwordFileOf(folder)}, the password of the database in ${folder}, is missing: restore it, or empty the data with npm start -- --fresh.`,
    );
  }
}

const run = promisify(execFile);

/** The built-in C.UTF-8 locale sorts and folds case alike on every operating system. */
async function runInitdb(
  binaries: PostgresBinaries,
  owner: ServerOwner | null,
  place: string[],
): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${clusterUser}`, '--auth=scram-sha-256', '--no-instructions'];
  try {
    await run(binaries.initdb, [...place, ...locale, ...access], {
      cwd: '/',
      ...(owner && { uid: owner.uid, gid: owner.gid }),
    });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error).trim();
    throw new StartFailure(`PostgreSQL could not make a new database (${place[1]}): ${said}`);
  }
}
