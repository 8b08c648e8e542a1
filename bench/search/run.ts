import { loadavg } from 'node:os';
import postgres from 'postgres';
import { createRandom, type Random } from '@/e2e/chaos/random';
import { machineFacts } from '../machine';
import { parseArguments, type SearchBenchArguments } from './arguments';
import { loadNetwork } from './database/load-network';
import { type OwnServer, startOwnServer } from './database/own-server';
import type { Measured } from './goals';
import { type HttpFigures, measureHttp } from './http/measure-http';
import { measureNetwork, type NetworkFigures, type Shares } from './measure-network';
import { type BenchNetwork, makeNetworks } from './network/networks';
import { printGoals, printHttp, printNetwork } from './report';

/** The bench itself, in the process that `bench/search.ts` starts. Returns how many answers differ. */
async function main(given: string[]): Promise<number> {
  const wanted = parseArguments(given);
  const server = await startOwnServer();
  try {
    await printConditions(server, wanted);
    const random = createRandom(wanted.seed);
    const { seeded, dense } = await makeNetworks(wanted, random);
    const measured: Measured[] = [];
    for (const network of [wanted.seeded ? seeded : null, dense]) {
      if (network) measured.push(await measureOne({ network, server, wanted, random }));
    }
    printGoals(measured);
    const different = measured.flatMap(({ differences }) => differences).length;
    console.log(`\n${different} answers differ; load after: ${loadavg()[0]?.toFixed(2)} over a minute`);
    return different;
  } finally {
    await server.stop();
  }
}

/** Enough to see what they have in common. */
const shownDifferences = 10;

type One = { network: BenchNetwork; server: OwnServer; wanted: SearchBenchArguments; random: Random };

async function measureOne({ network, server, wanted, random }: One): Promise<Measured> {
  const url = server.urlOf(network.name);
  await loadNetwork(url, network.legs);
  // Before the legs are changed: the database keeps what was loaded.
  const http: HttpFigures | null = wanted.http
    ? await measureHttp({ network, url, count: httpQueries(network, wanted), random })
    : null;
  const figures: NetworkFigures = await measureNetwork({
    network,
    url,
    shares: sharesOf(network, wanted),
    random,
  });
  printNetwork(network, figures);
  if (http) printHttp(http);
  const differences = [...figures.comparison.differences, ...(http?.differences ?? [])];
  for (const difference of differences.slice(0, shownDifferences)) console.log(`DIFFERENT: ${difference}`);
  const more = differences.length - shownDifferences;
  if (more > 0) console.log(`DIFFERENT: ${more} more`);
  return { name: network.name, figures, http, differences };
}

/** Of fewer a median says nothing. */
const leastQueries = 10;

/** The slow methods get as many queries as they answer in some minutes together. */
function sharesOf({ name }: BenchNetwork, { queries }: SearchBenchArguments): Shares {
  const share = (part: number) => Math.max(leastQueries, Math.round(queries * part));
  if (name === 'dense') return { all: share(0.5), join: share(0.05), wholeLists: 0, sortedLists: 0, path: 0 };
  return {
    all: queries,
    join: share(0.25),
    wholeLists: share(0.005),
    sortedLists: share(0.05),
    path: share(0.005),
  };
}

function httpQueries({ name }: BenchNetwork, { queries }: SearchBenchArguments): number {
  return Math.max(leastQueries, Math.round(queries * (name === 'seeded' ? 0.15 : 0.005)));
}

async function printConditions(
  server: OwnServer,
  { queries, days, seed }: SearchBenchArguments,
): Promise<void> {
  const sql = postgres(server.urlOf('postgres'), { max: 1 });
  try {
    for (const fact of await machineFacts(sql)) console.log(fact);
  } finally {
    await sql.end();
  }
  console.log(`${queries} queries, ${days} days, seed ${seed}`);
}

main(process.argv.slice(2)).then(
  (differences) => process.exit(differences > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
