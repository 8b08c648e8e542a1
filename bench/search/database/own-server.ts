import { urlOfDatabase } from '@/scripts/postgres/database';
import { startThrowAwayCluster } from '@/scripts/postgres/throw-away-cluster';

/** A PostgreSQL that lives as long as the bench. */
export type OwnServer = { urlOf(database: string): string; stop(): Promise<void> };

/** What PostgreSQL allows unless told otherwise. */
const maxConnections = 100;

/** Starts a PostgreSQL of the bench's own with the settings that `npm start` gives one; its data goes with it. */
export async function startOwnServer(): Promise<OwnServer> {
  const { url, stop } = await startThrowAwayCluster({
    label: 'The PostgreSQL of the bench',
    durable: true,
    maxConnections,
  });
  // A run that is cut off ends as a process does, and the server with it. Not `once`: whoever passes a signal on sends it
  // twice, and the second would end the clearing away.
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  return { urlOf: (database) => urlOfDatabase(url, database), stop };
}
