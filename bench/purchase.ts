import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@/scripts/start/deployment';
import { readRunning } from '@/scripts/start/running-file';
import { type BenchArguments, parseArguments } from './arguments';
import { type Comparison, type Contestants, compare } from './compare';
import { countCosts } from './count-costs';
import { closeDatabases, openDatabases } from './databases';
import { machineFacts } from './machine';
import { createOrders } from './orders';
import { type OwnAlliance, startOwnAlliance } from './own-alliance';
import { costLines } from './print-costs';
import { tableHead, tableLine } from './print-table';
import { openSeatSupply } from './seat-supply';
import { openSiteBuyers } from './site-buyer';

const warmUp = { concurrency: 8, seconds: 3, rounds: 1 };

async function main(given: string[]): Promise<number> {
  const wanted = parseArguments(given);
  const alliance = await startOwnAlliance();
  try {
    return await run(alliance, wanted);
  } finally {
    await alliance.stop();
  }
}

/** Returns how many purchases failed. */
async function run(alliance: OwnAlliance, wanted: BenchArguments): Promise<number> {
  const databases = openDatabases(alliance);
  const buyers = await openSiteBuyers(alliance, Math.max(...wanted.concurrency));
  try {
    const draw = createOrders(await openSeatSupply(databases));
    const contestants = { alliance, databases, buyers, draw };
    for (const fact of await machineFacts(databases.rumos)) console.log(fact);
    if (wanted.counts) {
      const costs = await countCosts(contestants, wanted.airlines);
      console.log(`\n${costLines(costs).join('\n')}`);
    }
    if (wanted.counts || wanted.profileFolder) await alliance.restartSites(() => profiling(wanted));
    for (const airlineCount of wanted.airlines) await compare(contestants, { ...warmUp, airlineCount });
    startProfiles(alliance, wanted);
    return await fillTable(contestants, wanted);
  } finally {
    buyers.close();
    await closeDatabases(databases);
  }
}

function profiling({ profileFolder }: BenchArguments): Environment {
  if (!profileFolder) return {};
  const folder = resolve(profileFolder);
  mkdirSync(folder, { recursive: true });
  const preload = fileURLToPath(new URL('profile-site.mjs', import.meta.url));
  return { NODE_OPTIONS: `--import=${preload}`, BENCH_PROFILE_FOLDER: folder };
}

/** After the warm-up: compiling is no part of a profile. */
function startProfiles({ deployment }: OwnAlliance, { profileFolder }: BenchArguments): void {
  if (!profileFolder) return;
  for (const airline of deployment.members) {
    const site = readRunning(airline)?.site;
    if (site) process.kill(site.pid, 'SIGUSR2');
  }
}

async function fillTable(contestants: Contestants, wanted: BenchArguments): Promise<number> {
  const { seconds, rounds } = wanted;
  console.log(`\n${tableHead()}`);
  let failed = 0;
  for (const airlineCount of wanted.airlines) {
    for (const concurrency of wanted.concurrency) {
      const line = await compare(contestants, { airlineCount, concurrency, seconds, rounds });
      console.log(tableLine(line));
      failed += complain(line);
    }
  }
  console.log(`load after: ${loadavg()[0]?.toFixed(2)} over a minute`);
  return failed;
}

function complain({ site, direct }: Comparison): number {
  const failures = [...site.failures, ...direct.failures];
  if (failures.length > 0) console.log(`${failures.length} failed, the first: ${failures[0]}`);
  return failures.length;
}

main(process.argv.slice(2)).then(
  (failed) => process.exit(failed > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
