import { emptyCopies, trimLogs } from '@/e2e/chaos/replication/empty-copies';
import { difference, seqOf } from '@/e2e/chaos/replication/heads';
import { sequenced, writeMany } from '@/e2e/chaos/replication/news';
import { readRunning } from '@/scripts/start/running-file';
import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { Databases } from '../databases';
import type { OwnAlliance } from '../own-alliance';
import { addLegs } from './bulk-legs';
import { peakMemoryMib } from './process-memory';

/** Longer than anything here may take. */
const patienceMs = 300_000;

/** Databases as the chaos takes them. */
const chaosView = (databases: Databases) => ({
  of: (code: AirlineCode) => databases[code],
  renew: () => undefined,
  close: () => Promise.resolve(),
});

/** Waits until all three airlines stand at the same places of all three logs. Ms since `since`. */
export async function equalAfter(databases: Databases, since: number): Promise<number> {
  const isEqual = async () => (await difference(chaosView(databases))) === null;
  if (await waitUntil(isEqual, patienceMs, 25)) return performance.now() - since;
  throw new Error(`never equal: ${await difference(chaosView(databases))}`);
}

export type CatchUp = {
  entries: number;
  /** From the moment when its site can sell, and from the start of its process. */
  sinceReadyMs: number;
  sinceStartMs: number;
};

/** One airline's site is away for so many entries of another's log. */
export async function measureAbsence(
  alliance: OwnAlliance,
  databases: Databases,
  entries: number,
): Promise<CatchUp> {
  const before = await seqOf(chaosView(databases), 'rumos');
  await alliance.stopSite('boreal');
  await writeMany(chaosView(databases), 'rumos', entries);
  const written = (await seqOf(chaosView(databases), 'rumos')) - before;
  const startedAt = performance.now();
  await alliance.startSite('boreal');
  const readyAt = performance.now();
  const sinceReadyMs = await equalAfter(databases, readyAt);
  return { entries: written, sinceReadyMs, sinceStartMs: sinceReadyMs + readyAt - startedAt };
}

export type Throughput = { entries: number; sequencedMs: number; convergedMs: number };

/** Adds legs at one airline, then at another, until both have so many; from each commit, how long they take to get around. */
export async function growTo(databases: Databases, legCount: number): Promise<Throughput> {
  const growing: AirlineCode[] = ['rumos', 'giro'];
  const counts = await Promise.all(growing.map((code) => countOwnLegs(databases, code)));
  const missing = Math.max(0, legCount - counts.reduce((sum, count) => sum + count, 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => Math.min(count, Math.ceil((missing * count) / total)));
  const grown: Throughput = { entries: 0, sequencedMs: 0, convergedMs: 0 };
  for (const [index, code] of growing.entries()) {
    await addLegs(databases[code], code, shares[index] ?? 0);
    const committedAt = performance.now();
    await sequenced(chaosView(databases), code);
    grown.sequencedMs += performance.now() - committedAt;
    grown.convergedMs += await equalAfter(databases, committedAt);
    grown.entries += shares[index] ?? 0;
  }
  return grown;
}

async function countOwnLegs(databases: Databases, airline: AirlineCode): Promise<number> {
  const [row] = await databases[airline]<{ count: number }[]>`
    select count(*)::int as count from legs where airline = ${airline}`;
  return row?.count ?? 0;
}

export type Bootstrap = {
  /** Legs of the peers that were copied. */
  legs: number;
  /** From the start of the process, and from the moment when it can sell. */
  sinceStartMs: number;
  sinceReadyMs: number;
  peakMib: number | null;
  /** Of the site that copied nothing. */
  otherPeakMib: number | null;
  /** PostgreSQL copying the same rows from one table with the same indexes to another, in one statement. */
  referenceMs: number;
};

/** Empties one airline of all that it knows of its peers, whose logs have no beginning any more, and starts it. */
export async function measureBootstrap(alliance: OwnAlliance, databases: Databases): Promise<Bootstrap> {
  const emptied: AirlineCode = 'boreal';
  await alliance.stopSite(emptied);
  const referenceMs = await copyWithinPostgres(databases, emptied);
  await emptyCopies(chaosView(databases), emptied);
  await trimLogs(chaosView(databases), airlineCodes);
  const startedAt = performance.now();
  await alliance.startSite(emptied);
  const readyAt = performance.now();
  const sinceReadyMs = await equalAfter(databases, readyAt);
  const [row] = await databases[emptied]<{ count: number }[]>`
    select count(*)::int as count from legs where airline <> ${emptied}`;
  return {
    legs: row?.count ?? 0,
    sinceStartMs: sinceReadyMs + readyAt - startedAt,
    sinceReadyMs,
    peakMib: peakOf(alliance, emptied),
    otherPeakMib: peakOf(alliance, 'rumos'),
    referenceMs,
  };
}

function peakOf({ deployment }: OwnAlliance, code: AirlineCode): number | null {
  const member = deployment.members.find((airline) => airline.code === code);
  const site = member && readRunning(member)?.site;
  return site ? peakMemoryMib(site.pid) : null;
}

async function copyWithinPostgres(databases: Databases, at: AirlineCode): Promise<number> {
  const sql = databases[at];
  await sql`create table bench_legs (like legs including all)`;
  const startedAt = performance.now();
  await sql`insert into bench_legs select * from legs where airline <> ${at}`;
  const tookMs = performance.now() - startedAt;
  await sql`drop table bench_legs`;
  return tookMs;
}
