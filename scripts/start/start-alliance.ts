import { join } from 'node:path';
import type { ProcessIdentity } from '../process-identity';
import { startSite } from './airline-lifecycle';
import { ensureBuild } from './build';
import { noteBuildUser } from './build-folders';
import { checkPorts } from './check-ports';
import type { AirlineDeployment, AllianceDeployment, Environment } from './deployment';
import { emptyData } from './empty-data';
import { waitForCatalogues, waitForSite } from './health';
import { prepareData } from './prepare-data';
import { type Report, step } from './report';
import { takeOver } from './running-file';
import { prepareSecrets } from './secrets';
import { together } from './together';

export type AllianceStart = {
  alliance: AllianceDeployment;
  /** Those of the members to start here. */
  airlines: AirlineDeployment[];
  supervisor: ProcessIdentity;
  /** Empties the databases first. */
  fresh: boolean;
  environment: Environment;
  /** Changes what one site is started with, such as its alliance file. */
  adjust?: (airline: AirlineDeployment, environment: Environment) => Environment;
  report: Report;
  /** Aborted when the person gives up; the start then soon ends by throwing. */
  signal: AbortSignal;
};

/**
 * From nothing, or from whatever an earlier run left, to sites that sell. Throws `StartFailure`; the caller stops the
 * airlines afterwards, also after a failure. When it throws, nothing of it is still under way. Returns each site's
 * environment by airline code, with which it can be started again.
 */
export async function startAlliance(start: AllianceStart): Promise<Map<string, Environment>> {
  const { alliance, airlines, supervisor, report, signal, adjust = (_, same) => same } = start;
  for (const airline of airlines) await takeOver(airline, supervisor);
  if (start.fresh) {
    await step(report, 'Emptying the data', () =>
      together(
        signal,
        airlines.map((airline) => () => emptyData(airline)),
      ),
    );
  }
  for (const airline of airlines) await checkPorts(airline);
  const secrets = prepareSecrets(alliance);

  const [distDir, prepared] = await together<[string, Map<string, Environment>]>(signal, [
    (either) => ensureBuild({ alliance, report, signal: either }),
    (either) => prepareData({ ...start, signal: either }, secrets),
  ]);
  noteBuildUser(join(alliance.root, distDir), supervisor);
  const environments = new Map(
    airlines.map((airline) => [
      airline.code,
      adjust(airline, { ...prepared.get(airline.code), NEXT_DIST_DIR: distDir }),
    ]),
  );
  await step(report, 'Starting the sites', () =>
    together(
      signal,
      airlines.map((airline) => async (either) => {
        const environment = environments.get(airline.code) ?? {};
        const site = startSite({ alliance, airline, supervisor, environment });
        await waitForSite({ airline, site, signal: either });
      }),
    ),
  );
  if (airlines.length > 1) await waitForCatalogues({ airlines, report, signal });
  return environments;
}
