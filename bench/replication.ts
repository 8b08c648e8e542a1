import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cpuTimeMs } from './cpu-time';
import { closeDatabases, type Databases, openDatabases } from './databases';
import { machineFacts } from './machine';
import { type OwnAlliance, startOwnAlliance } from './own-alliance';
import { equalAfter, growTo, measureAbsence, measureBootstrap } from './replication/measure-catch-up';
import { measureSpread } from './replication/spread-latency';
import { openSeatSupply } from './seat-supply';
import { percentile } from './summary';

const usage = `npm run bench:replication -- [--sales 200] [--legs 150000] [--entries 10000] [--quick]

Starts three airlines of its own (ports of npm start + 500, data in .data/bench, emptied first) with the whole demo network,
and measures how news spreads, how an airline catches up, and what that costs. --quick: a twentieth. See bench/README.md.`;

/** The network as it is on sale; with --quick a week of it. */
const fullDays = '120';
const quickDays = '60';

const idleMs = 15_000;

type Wanted = { sales: number; legs: number; entries: number; days: string };

function parseWanted(given: string[]): Wanted {
  const { values } = parseArgs({
    args: given,
    options: {
      sales: { type: 'string' },
      legs: { type: 'string' },
      entries: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const numberOf = (text: string | undefined, usual: number) => {
    const value = Number(text ?? usual);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(usage);
  };
  const part = values.quick ? 20 : 1;
  return {
    sales: numberOf(values.sales, 200 / part),
    legs: numberOf(values.legs, 150_000 / part),
    entries: numberOf(values.entries, 10_000 / part),
    days: values.quick ? quickDays : fullDays,
  };
}

async function main(given: string[]): Promise<void> {
  const wanted = parseWanted(given);
  const alliance = await startOwnAlliance({ PASSCOM_SEED_DAYS: wanted.days });
  const databases = openDatabases(alliance);
  try {
    for (const fact of await machineFacts(databases.rumos)) console.log(fact);
    await equalAfter(databases, performance.now());
    await printIdle(alliance);
    await printSpread(alliance, databases, wanted.sales);
    await printCatchUp(alliance, databases, wanted);
    console.log(`load after: ${loadavg()[0]?.toFixed(2)} over a minute`);
  } finally {
    await closeDatabases(databases);
    await alliance.stop();
  }
}

async function printIdle({ deployment }: OwnAlliance): Promise<void> {
  const before = cpuTimeMs(deployment);
  await pause(idleMs);
  const after = cpuTimeMs(deployment);
  const used = before === null || after === null ? null : ((after - before) * 1_000) / idleMs;
  printRow('idle', [
    `${used?.toFixed(0) ?? '–'} ms CPU per second: three sites and three PostgreSQL together`,
  ]);
}

async function printSpread(alliance: OwnAlliance, databases: Databases, sales: number): Promise<void> {
  const spread = await measureSpread(alliance, await openSeatSupply(databases), sales);
  for (const { site, latenciesMs, missed } of spread) {
    const at = (share: number) => percentile(latenciesMs, share).toFixed(0);
    const who = site === 'rumos' ? 'the seller’s own page (reference)' : 'a page of another airline';
    printRow(`sale at rumos, seen at ${site}`, [
      `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`,
      `${latenciesMs.length} sales, ${missed} missed`,
      who,
    ]);
  }
}

async function printCatchUp(alliance: OwnAlliance, databases: Databases, wanted: Wanted): Promise<void> {
  const absence = await measureAbsence(alliance, databases, wanted.entries);
  printRow('away', [
    `${absence.entries} entries caught up ${secondsOf(absence.sinceReadyMs)} after its site could sell`,
    `${secondsOf(absence.sinceStartMs)} after the start of its process`,
  ]);
  const growth = await growTo(databases, wanted.legs);
  const rate = (ms: number) => Math.round((growth.entries * 1_000) / ms);
  printRow('import', [
    `${growth.entries} entries of two airlines, one after the other`,
    `sequenced ${rate(growth.sequencedMs)} entries/s, applied everywhere ${rate(growth.convergedMs)} entries/s`,
  ]);
  const bootstrap = await measureBootstrap(alliance, databases);
  printRow('bootstrap', [
    `${bootstrap.legs} legs in ${secondsOf(bootstrap.sinceReadyMs)} (${secondsOf(bootstrap.sinceStartMs)} with the start of the process)`,
    `PostgreSQL alone copies the same rows in ${secondsOf(bootstrap.referenceMs)}`,
    `peak memory ${bootstrap.peakMib ?? '–'} MiB; a site that copied nothing meanwhile ${bootstrap.otherPeakMib ?? '–'} MiB`,
  ]);
}

const secondsOf = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;

function printRow(name: string, facts: readonly string[]): void {
  console.log(`${name.padEnd(30)}  ${facts.join('; ')}`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
