import type { AirlineCode } from '@/server/domain/airline-code';
import { airlineCodes } from '@/server/domain/airline-code';
import type { Contestants } from './compare';
import { openCountingLinks } from './counting-links';
import type { Order } from './orders';
import { type CommitsByTables, commitsSince, logPosition } from './wal-commits';

/** What so many purchases of one kind cost in all. */
export type Costs = {
  airlineCount: number;
  coordinator: AirlineCode;
  participants: AirlineCode[];
  purchases: number;
  commits: Record<AirlineCode, CommitsByTables>;
  messages: Map<string, number>;
};

const purchasesCounted = 10;

/** Late acknowledgements, coalesced publications and the peers' next look at the catalogue are over by then. */
const settleMs = 3_000;

/** Buys one by one while every message passes a counter, and reads each database's log afterwards. */
export async function countCosts(counting: Contestants, airlineCounts: readonly number[]): Promise<Costs[]> {
  const { alliance } = counting;
  const links = await openCountingLinks(alliance);
  await alliance.restartSites(() => ({ ALLIANCE_FILE: links.allianceFile }));
  const costs: Costs[] = [];
  try {
    for (const airlineCount of airlineCounts) {
      for (const coordinator of airlineCodes) {
        const orders = drawFor(counting, { airlineCount, coordinator });
        costs.push({ ...(await countOne(counting, orders, () => links.take())), airlineCount, coordinator });
      }
    }
  } finally {
    links.close();
  }
  return costs;
}

function drawFor(
  { draw }: Contestants,
  { airlineCount, coordinator }: { airlineCount: number; coordinator: AirlineCode },
): Order[] {
  const orders: Order[] = [];
  while (orders.length < purchasesCounted) {
    const order = draw(airlineCount);
    if (order.coordinator === coordinator) orders.push(order);
  }
  return orders;
}

async function countOne(
  { databases, buyers }: Contestants,
  orders: Order[],
  take: () => Map<string, number>,
) {
  const positions = new Map<AirlineCode, string>();
  for (const code of airlineCodes) positions.set(code, await logPosition(databases[code]));
  take();
  for (const [index, order] of orders.entries()) await buyers.buy(order, index);
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const messages = take();
  const read = await Promise.all(
    airlineCodes.map(async (code) => [code, await commitsSince(databases[code], positions.get(code) ?? '')]),
  );
  const commits = Object.fromEntries(read) as Record<AirlineCode, CommitsByTables>;
  const participants = orders[0]?.participants ?? [];
  return { participants, purchases: orders.length, commits, messages };
}
