import { setTimeout as pause } from 'node:timers/promises';
import * as lifecycle from '@/scripts/start/airline-lifecycle';
import { allianceUnderTest, deploymentOf, takeHandover } from '../../alliance/alliance-under-test';
import { killAirline, startAirline } from '../../alliance/faults';
import type { AirlineCode } from '../../api/airlines';
import { killCluster } from '../processes/kill-cluster';
import { freezeSite, killSite, thawSite } from '../processes/site-process';
import type { Random } from '../random';

/** Something done to an airline's processes: when it ends, whatever was killed may still be down. */
export type ProcessFault = { kind: string; strike(airline: AirlineCode, random: Random): Promise<void> };

const between = (random: Random, fromMs: number, toMs: number) => fromMs + random.index(toMs - fromMs);

const killTheSite: ProcessFault = {
  kind: 'kill -9 of the site',
  async strike(airline, random) {
    await killSite(airline);
    await pause(between(random, 200, 5_000));
  },
};

const killTheDatabase: ProcessFault = {
  kind: 'kill -9 of PostgreSQL',
  async strike(airline, random) {
    await killCluster(airline);
    await pause(between(random, 200, 4_000));
  },
};

const killBoth: ProcessFault = {
  kind: 'power cut',
  async strike(airline, random) {
    await killAirline(airline);
    await pause(between(random, 200, 5_000));
  },
};

const freeze: ProcessFault = {
  kind: 'SIGSTOP of the site',
  async strike(airline, random) {
    freezeSite(airline);
    await pause(between(random, 2_000, 8_000));
    thawSite(airline);
  },
};

/** Killed again while it starts, several times. */
const restartStorm: ProcessFault = {
  kind: 'restart storm',
  async strike(airline, random) {
    const { supervisor, environments } = takeHandover();
    for (let time = 0; time < 3; time += 1) {
      await killSite(airline);
      lifecycle.startSite({
        alliance: allianceUnderTest,
        airline: deploymentOf(airline),
        supervisor,
        environment: environments[airline] ?? {},
      });
      await pause(between(random, 300, 2_500));
    }
    await killSite(airline);
  },
};

export const processFaults: readonly ProcessFault[] = [
  killTheSite,
  killTheSite,
  killTheDatabase,
  killTheDatabase,
  killBoth,
  freeze,
  freeze,
  restartStorm,
];

/** Starts what is down, and returns when the airline can sell. */
export const bringBack = startAirline;
