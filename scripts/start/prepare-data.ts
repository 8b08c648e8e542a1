import { dirname } from 'node:path';
import { startDatabase } from './airline-lifecycle';
import type { Environment } from './deployment';
import { step } from './report';
import { isSeeded, seed } from './seed';
import { siteEnvironment } from './site-environment';
import type { AllianceStart } from './start-alliance';
import { together } from './together';

/**
 * Databases with the newest schema and, where there are none, flights. Returns each site's environment, all but the
 * build, by airline code.
 */
export async function prepareData(
  { alliance, airlines, environment, report, signal }: AllianceStart,
  secrets: Map<string, Environment>,
): Promise<Map<string, Environment>> {
  const [elsewhere] = airlines.filter(({ clusterFolder }) => !clusterFolder.startsWith(alliance.dataFolder));
  if (elsewhere)
    report(
      `· PostgreSQL may not enter ${alliance.dataFolder}: its data is in ${dirname(elsewhere.clusterFolder)}`,
    );
  const prepared = await step(report, 'Starting the databases', () =>
    together(
      signal,
      airlines.map((airline) => async () => {
        const databaseUrl = await startDatabase(alliance, airline);
        const own = {
          airline,
          databaseUrl,
          secrets: secrets.get(airline.code) ?? {},
          inherited: environment,
        };
        return { airline, environment: siteEnvironment(own), seeded: await isSeeded(airline, databaseUrl) };
      }),
    ),
  );
  const empty = prepared.filter(({ seeded }) => !seeded);
  if (empty.length > 0) {
    const days = environment.PASSCOM_SEED_DAYS;
    await step(
      report,
      `Importing the flights of ${empty.map(({ airline }) => airline.name).join(', ')}`,
      () =>
        together(
          signal,
          empty.map((one) => (either) => seed({ alliance, ...one, days, signal: either })),
        ),
    );
  }
  return new Map(prepared.map((one) => [one.airline.code, one.environment]));
}
