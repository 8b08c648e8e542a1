import { type AirlineCode, airlines } from '../../api/airlines';
import { newAccount, register, signInAt } from '../../api/customers';
import type { SiteClient } from '../../api/site-client';
import { findOffers, type Offer } from '../seat-pool';
import type { Theatre } from '../theatre';

/** What every cell uses: the theatre, one customer at all three sites, and seats that nobody has wanted yet. */
export type Stage = Theatre & {
  clientAt(site: AirlineCode): SiteClient;
  takeSeat(airline: AirlineCode): Offer;
  heardAlarms: Set<string>;
};

/** Legs of each airline whose seats the cells use up: some eight hundred. */
const legCount = 6;

export async function setStage(theatre: Theatre): Promise<Stage> {
  const account = newAccount();
  const [home, ...others] = airlines;
  const clients = new Map<AirlineCode, SiteClient>([[home, await register(home, account)]]);
  for (const site of others) clients.set(site, await signInAt(site, account));
  const fresh = new Map<AirlineCode, Offer[]>();
  for (const code of airlines) {
    const legs = await findOffers(theatre.databases, code, legCount);
    fresh.set(
      code,
      legs.flatMap(({ offers }) => offers),
    );
  }
  return {
    ...theatre,
    heardAlarms: new Set(),
    clientAt(site) {
      const client = clients.get(site);
      if (!client) throw new Error(`no customer at ${site}`);
      return client;
    },
    takeSeat(airline) {
      const offer = fresh.get(airline)?.shift();
      if (!offer) throw new Error(`no seat of ${airline} is left`);
      return offer;
    },
  };
}
