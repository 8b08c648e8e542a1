import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { canReach, type ServerOwner } from './server-owner';

/** Where root keeps what the PostgreSQL account must reach when the checkout lies under a closed home directory. */
export const sharedStateHome = '/var/lib/passcom';

/**
 * Where clusters may live for this data folder: in the folder itself, or below `sharedStateHome` when the account
 * that PostgreSQL runs as cannot enter it. The name there depends on the folder, so that two checkouts never meet.
 */
export function clusterHome(dataFolder: string, owner: ServerOwner | null): string {
  const wished = join(dataFolder, 'pg18');
  if (!owner || canReach(owner, join(wished, 'cluster'))) return wished;
  const fingerprint = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  return join(sharedStateHome, `${basename(dataFolder).replace(/^\./, '')}-${fingerprint}`, 'pg18');
}
