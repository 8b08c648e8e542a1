import { cpuTimeMs } from './cpu-time';
import type { Databases } from './databases';
import { purchaseDirectly } from './direct/purchase';
import { joined, type Measurement, measure } from './measure';
import type { Order } from './orders';
import type { OwnAlliance } from './own-alliance';
import type { SiteBuyers } from './site-buyer';

/** A line of the table: so many airlines, so many purchases under way, both ways of buying. */
export type Comparison = {
  airlineCount: number;
  concurrency: number;
  site: Measurement;
  direct: Measurement;
  /** Processor time of sites and databases per purchase at the sites; null where it cannot be told. */
  cpuMs: number | null;
};

export type Contestants = {
  alliance: OwnAlliance;
  databases: Databases;
  buyers: SiteBuyers;
  draw: (airlineCount: number) => Order;
};

export type Cell = { airlineCount: number; concurrency: number; seconds: number; rounds: number };

/** Buys at the sites and straight at the databases in turns, so that both meet the same machine. */
export async function compare(contestants: Contestants, cell: Cell): Promise<Comparison> {
  const { airlineCount, concurrency, seconds, rounds } = cell;
  const turn = { concurrency, durationMs: (seconds * 1_000) / rounds };
  const site: Measurement[] = [];
  const direct: Measurement[] = [];
  let usedMs: number | null = 0;
  for (let round = 0; round < rounds; round++) {
    const buyAtSite = (buyer: number) => contestants.buyers.buy(contestants.draw(airlineCount), buyer);
    const before = cpuTimeMs(contestants.alliance.deployment);
    site.push(await measure({ ...turn, buyOnce: buyAtSite }));
    const after = cpuTimeMs(contestants.alliance.deployment);
    usedMs = usedMs === null || before === null || after === null ? null : usedMs + after - before;
    direct.push(await measureDirect(contestants, airlineCount, turn));
  }
  const atSites = joined(site);
  const cpuMs = usedMs === null ? null : usedMs / atSites.latenciesMs.length;
  return { airlineCount, concurrency, site: atSites, direct: joined(direct), cpuMs };
}

/** The last T4 of a purchase runs on after its answer, as it does at the sites; the turn's end waits for all. */
async function measureDirect(
  { databases, draw }: Contestants,
  airlineCount: number,
  turn: { concurrency: number; durationMs: number },
): Promise<Measurement> {
  const running = new Set<Promise<unknown>>();
  const failures: string[] = [];
  const buyOnce = async () => {
    const { rest } = await purchaseDirectly(databases, draw(airlineCount));
    const ended = rest
      .catch((error: Error) => failures.push(error.message))
      .finally(() => running.delete(ended));
    running.add(ended);
  };
  const measured = await measure({ ...turn, buyOnce });
  await Promise.all(running);
  return { ...measured, failures: [...measured.failures, ...failures] };
}
