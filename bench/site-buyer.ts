import { Agent } from 'node:http';
import type { AirlineCode } from '@/server/domain/airline-code';
import { type Order, purchaseOrderOf } from './orders';
import type { OwnAlliance } from './own-alliance';
import { openSiteCustomer, type SiteCustomer } from './site-customer';

export type SiteBuyers = {
  /** Buys over HTTP as the `buyer`-th customer of the order's site; throws unless it is sold. */
  buy(order: Order, buyer: number): Promise<void>;
  close(): void;
};

/** Hashing passwords takes all cores: more at once would only time out. */
const openedAtOnce = 4;

/** So many customers at each site, signed in, with a kept connection each. */
export async function openSiteBuyers({ deployment }: OwnAlliance, count: number): Promise<SiteBuyers> {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const customers = new Map<AirlineCode, SiteCustomer[]>();
  for (const { code, siteUrl } of deployment.members) {
    const opened: SiteCustomer[] = [];
    while (opened.length < count) {
      const batch = Array.from({ length: Math.min(openedAtOnce, count - opened.length) });
      opened.push(...(await Promise.all(batch.map(() => openSiteCustomer(siteUrl, agent)))));
    }
    customers.set(code, opened);
  }
  return {
    async buy(order, buyer) {
      const customer = customers.get(order.coordinator)?.[buyer % count];
      if (!customer) throw new Error(`nobody is signed in at ${order.coordinator}`);
      await customer.buy(purchaseOrderOf(order));
    },
    close: () => agent.destroy(),
  };
}
