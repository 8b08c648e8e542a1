import { ourselves } from '@/scripts/process-identity';
import type { Environment } from '@/scripts/start/deployment';
import { endWithUs } from '@/scripts/start/end-with-us';
import { printLine } from '@/scripts/start/report';
import { startAlliance } from '@/scripts/start/start-alliance';
import { stopRequests } from '@/scripts/start/stop-requests';
import { allianceUnderTest, handOver } from '../alliance/alliance-under-test';
import type { AirlineCode } from '../api/airlines';
import { type Databases, openDatabases } from './databases';
import { type Network, openNetwork } from './network/network';
import { crashOrderFile } from './processes/crash-order';
import type { Random } from './random';

/** Three real airlines, each with its own PostgreSQL, and everything that can be done to them. */
export type Theatre = {
  network: Network;
  databases: Databases;
  /** Aborted when somebody asks to stop. */
  stopping: AbortSignal;
};

/** Variables that a play needs in a site's environment. */
export type Props = (airline: AirlineCode) => Environment;

/** Starts everything anew, lets the play go on, and stops everything however it ended. */
export async function inTheatre<Result>(
  random: Random,
  play: (theatre: Theatre) => Promise<Result>,
  props: Props = () => ({}),
): Promise<Result> {
  const { members } = allianceUnderTest;
  const supervisor = ourselves();
  const stopping = stopRequests(() => process.exit(130));
  const stop = endWithUs(members, supervisor);
  const network = await openNetwork(random);
  try {
    const environments = await startAlliance({
      alliance: allianceUnderTest,
      airlines: members,
      supervisor,
      fresh: true,
      environment: process.env,
      adjust: ({ code }, environment) => ({
        ...environment,
        ALLIANCE_FILE: network.writeAllianceFile(code),
        CRASH_POINTS_FILE: crashOrderFile(code),
        ...props(code),
      }),
      report: printLine,
      signal: stopping,
    });
    handOver({ supervisor, environments: Object.fromEntries(environments) });
    const databases = openDatabases((code) => databaseUrlIn(environments.get(code)));
    try {
      return await play({ network, databases, stopping });
    } finally {
      await databases.close();
    }
  } finally {
    await stop();
    network.close();
  }
}

function databaseUrlIn(environment: Environment | undefined): string {
  if (!environment?.DATABASE_URL) throw new Error('an airline without a database');
  return environment.DATABASE_URL;
}
