import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFailure } from '../start-failure';

/** The account that PostgreSQL runs as when we are root, which it refuses. */
export type ServerOwner = { name: string; uid: number; gid: number };

/**
 * The account for a new cluster, or the one that owns the cluster in `folder`. Null when we are a normal user: then
 * PostgreSQL runs as ourselves.
 */
export function serverOwner(folder?: string): ServerOwner | null {
  if (process.getuid?.() !== 0) return null;
  const cluster = folder ? statSync(folder, { throwIfNoEntry: false }) : undefined;
  if (cluster && cluster.uid !== 0)
    return { name: `user ${cluster.uid}`, uid: cluster.uid, gid: cluster.gid };
  for (const name of ['postgres', 'nobody']) {
    const uid = numberOf(name, '-u');
    const gid = numberOf(name, '-g');
    if (uid !== null && gid !== null) return { name, uid, gid };
  }
  throw new StartFailure(
    'PostgreSQL refuses to run as root and there is neither a user postgres nor nobody: run as a normal user.',
  );
}

function numberOf(name: string, flag: '-u' | '-g'): number | null {
  try {
    return Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return null;
  }
}

/** True when this account may pass through every folder above the path, so that it can open what lies there. */
export function canReach(owner: ServerOwner, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayEnter(owner, folder)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(owner: ServerOwner, folder: string): boolean {
  const entry = statSync(folder, { throwIfNoEntry: false });
  if (!entry) return true;
  if (entry.uid === owner.uid) return (entry.mode & 0o100) !== 0;
  if (entry.gid === owner.gid) return (entry.mode & 0o010) !== 0;
  return (entry.mode & 0o001) !== 0;
}

/** Gives a file or folder to the account; without one it stays ours. */
export function giveTo(owner: ServerOwner | null, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}
