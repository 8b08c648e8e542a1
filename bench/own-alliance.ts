import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ourselves } from '@/scripts/process-identity';
import { startSite } from '@/scripts/start/airline-lifecycle';
import {
  type AirlineDeployment,
  type AllianceDeployment,
  type Environment,
  readDeployment,
} from '@/scripts/start/deployment';
import { endWithUs } from '@/scripts/start/end-with-us';
import { waitForCatalogues, waitForSite } from '@/scripts/start/health';
import { printLine } from '@/scripts/start/report';
import { readRunning } from '@/scripts/start/running-file';
import { stopSite } from '@/scripts/start/site';
import { startAlliance } from '@/scripts/start/start-alliance';
import type { AirlineCode } from '@/server/domain/airline-code';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What belongs to somebody's `npm start`, whose data and ports a bench must never touch. */
const foreign = /^((RUMOS|GIRO|BOREAL)_|PASSCOM_|DATABASE_URL$)/;

/** Ports, data, flights and limits of the bench: nothing limits its customers, nothing moves its schedule. */
const own: Environment = {
  PASSCOM_PORT_OFFSET: process.env.BENCH_PORT_OFFSET ?? '500',
  PASSCOM_DATA_DIR: '.data/bench',
  PASSCOM_SEED_DAYS: '60',
  DEMO_NETWORK: 'false',
  RATE_LIMIT_FACTOR: '100000',
};

export type OwnAlliance = {
  deployment: AllianceDeployment;
  /** The environment of each running site; also says where its database is. */
  environments: Map<AirlineCode, Environment>;
  /** Ends all sites and starts them again, each with its environment and these changes. */
  restartSites(changes: (code: AirlineCode) => Environment): Promise<void>;
  /** Ends one site; its database goes on. */
  stopSite(code: AirlineCode): Promise<void>;
  /** Returns when it can sell. */
  startSite(code: AirlineCode): Promise<void>;
  stop(): Promise<void>;
};

const never = new AbortController().signal;

/**
 * Three airlines with empty databases and sixty days of flights, or what `changes` says; stops them again when the start
 * fails.
 */
export async function startOwnAlliance(changes: Environment = {}): Promise<OwnAlliance> {
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const environment = { ...Object.fromEntries(inherited), ...own, ...changes };
  const deployment = readDeployment({ root, environment, only: null });
  const { members } = deployment;
  const supervisor = ourselves();
  const stop = endWithUs(members, supervisor);
  try {
    const environments = await startAlliance({
      alliance: deployment,
      airlines: members,
      supervisor,
      fresh: true,
      environment,
      report: printLine,
      signal: never,
    });
    const stopOne = async (airline: AirlineDeployment) => {
      const running = readRunning(airline)?.site;
      if (running) await stopSite(running);
    };
    const startOne = async (airline: AirlineDeployment, changed: Environment) => {
      const siteEnvironment = { ...environments.get(airline.code), ...changed };
      const site = startSite({ alliance: deployment, airline, supervisor, environment: siteEnvironment });
      await waitForSite({ airline, site, signal: never });
    };
    const memberOf = (code: AirlineCode) => {
      const member = members.find((airline) => airline.code === code);
      if (!member) throw new Error(`there is no ${code}`);
      return member;
    };
    const restartSites: OwnAlliance['restartSites'] = async (changesOf) => {
      await Promise.all(
        members.map(async (airline) => {
          await stopOne(airline);
          await startOne(airline, changesOf(airline.code));
        }),
      );
      await waitForCatalogues({ airlines: members, report: printLine, signal: never });
    };
    return {
      deployment,
      environments: environments as Map<AirlineCode, Environment>,
      restartSites,
      stopSite: (code) => stopOne(memberOf(code)),
      startSite: (code) => startOne(memberOf(code), {}),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
