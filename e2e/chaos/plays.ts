import { printLine } from '@/scripts/start/report';
import { takeHandover } from '../alliance/alliance-under-test';
import { type AirlineCode, airlines } from '../api/airlines';
import { siteUrl } from '../api/sites';
import { runContests } from '../contests/run-contests';
import { runAmnesiaDrill } from '../drills/amnesia';
import { createRandom } from './random';
import { waitForEqualCopies } from './replication/heal';
import { inTheatre } from './theatre';

/** Nothing is drawn by lot in these two. */
const seed = 1;

const dayMs = 86_400_000;

/** Beyond every limit in days from today, and inside the flights of the chaos. */
const drillInDays = 12;

/** The contests, each `repeat` times on its own seats. True when each was fair. */
export function playContests(repeat: number): Promise<boolean> {
  return inTheatre(createRandom(seed), async () => {
    const { environments } = takeHandover();
    const results = await runContests({
      sites: ofEach(siteUrl),
      databases: ofEach((code) => environments[code]?.DATABASE_URL ?? ''),
      repeat,
      report: printLine,
    });
    return results.every(({ faults }) => faults.length === 0);
  });
}

/** A restored backup, noticed and reconciled; its new log is known to all. True, or throws what went wrong. */
export function playAmnesia(): Promise<boolean> {
  const date = new Date(Date.now() + drillInDays * dayMs).toISOString().slice(0, 10);
  return inTheatre(createRandom(seed), async ({ databases }) => {
    await runAmnesiaDrill(printLine, date);
    const { convergedMs, compared, wrong } = await waitForEqualCopies(databases, Date.now());
    for (const one of wrong) printLine(`! ${one}`);
    printLine(`  ${compared} rows are the same at all three ${convergedMs ?? 'never'} ms later`);
    return wrong.length === 0;
  });
}

function ofEach(named: (code: AirlineCode) => string): Record<AirlineCode, string> {
  return Object.fromEntries(airlines.map((code) => [code, named(code)])) as Record<AirlineCode, string>;
}
