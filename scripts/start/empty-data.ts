import { rmSync } from 'node:fs';
import { passwordFileOf } from '../postgres/initialize-cluster';
import { findPostmaster } from '../postgres/postmaster-file';
import { stopPostmaster } from '../postgres/stop-postmaster';
import { StartFailure } from '../start-failure';
import type { AirlineDeployment } from './deployment';

/** Removes one airline's embedded database; keys and secrets stay, because the peers know them. */
export async function emptyData(airline: AirlineDeployment): Promise<void> {
  if (airline.databaseUrl) {
    throw new StartFailure(
      `--fresh does not touch a PostgreSQL of yours (${airline.name}): drop its database by hand.`,
    );
  }
  const postmaster = findPostmaster(airline.clusterFolder);
  if (postmaster) await stopPostmaster(postmaster.pid);
  rmSync(airline.clusterFolder, { recursive: true, force: true });
  rmSync(passwordFileOf(airline.clusterFolder), { force: true });
}
