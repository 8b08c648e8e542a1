import { cpus, loadavg, totalmem } from 'node:os';
import { parseArguments, type SearchBenchArguments } from './arguments';
import { loadNetwork } from './database/load-network';
import { type OwnServer, startOwnServer } from './database/own-server';
import { type HttpFigures, measureHttp } from './http/measure-http';
import { measureNetwork, type NetworkFigures, type Shares } from './measure-network';
import { type BenchNetwork, makeNetworks } from './network/networks';
import { createRandom, type Random } from './random';
import { type Measured, printGoals, printHttp, printNetwork } from './report';

/** The bench itself, in the process that `bench/search.ts` starts. Returns how many answers differ. */
async function main(given: string[]): Promise<number> {
  const wanted = parseArguments(given);
  printMachine(wanted);
  const random = createRandom(wanted.seed);
  const { seeded, dense } = await makeNetworks(wanted, random);
  const server = await startOwnServer();
  try {
    const measured: Measured[] = [];
    for (const network of [wanted.seeded ? seeded : null, dense]) {
      if (network) measured.push(await measureOne({ network, server, wanted, random }));
    }
    printGoals(measured);
    console.log(`\nload after: ${loadavg()[0]?.toFixed(2)} over a minute`);
    return measured.flatMap(({ differences }) => differences).length;
  } finally {
    await server.stop();
  }
}

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
  for (const difference of differences.slice(0, 10)) console.log(`DIFFERENT: ${difference}`);
  return { name: network.name, figures, http, differences };
}

/** The slow methods get as many queries as they answer in about a minute together. */
function sharesOf({ name }: BenchNetwork, { queries }: SearchBenchArguments): Shares {
  const share = (part: number) => Math.max(1, Math.round(queries * part));
  if (name === 'seeded') {
    return {
      all: queries,
      join: share(0.25),
      plainBreadth: share(0.005),
      breadth: share(0.05),
      path: share(0.005),
    };
  }
  return { all: share(0.5), join: share(0.05), plainBreadth: 0, breadth: 0, path: 0 };
}

function httpQueries({ name }: BenchNetwork, { queries }: SearchBenchArguments): number {
  return Math.max(1, Math.round(queries * (name === 'seeded' ? 0.15 : 0.005)));
}

function printMachine({ queries, days, seed }: SearchBenchArguments): void {
  const [load1 = 0, load5 = 0] = loadavg();
  const [first] = cpus();
  console.log(
    `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  );
  console.log(`load before: ${load1.toFixed(2)} over a minute, ${load5.toFixed(2)} over five`);
  console.log(`${queries} queries, ${days} days, seed ${seed}`);
}

main(process.argv.slice(2)).then(
  (differences) => process.exit(differences > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
