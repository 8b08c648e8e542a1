import { type AirlineCode, airlines } from '../../api/airlines';
import { newAccount, register } from '../../api/customers';
import type { FreshDemand } from '../checker/check-fresh';
import type { Random } from '../random';
import { type LegOffers, type Offer, orderFor } from '../seat-pool';
import { ask } from './ask';
import type { HistoryFile } from './history-file';

export type FreshParts = {
  history: HistoryFile;
  legsOf: Map<AirlineCode, LegOffers[]>;
  random: Random;
  demand: FreshDemand;
};

/** Purchases over one, two and three airlines, on seats that were never wanted, at any site. */
export async function buyFresh({ history, legsOf, random, demand }: FreshParts): Promise<void> {
  const untouched = new Map(airlines.map((code) => [code, untouchedSeats(legsOf.get(code) ?? [])]));
  const buyers = await Promise.all(airlines.map((site) => register(site, newAccount())));
  for (let number = 0; number < demand.ofEachKind * 3; number += 1) {
    const sellers = new Set(random.shuffled(airlines).slice(0, (number % 3) + 1));
    const offers = airlines.flatMap((code) =>
      sellers.has(code) ? (untouched.get(code)?.splice(0, 1) ?? []) : [],
    );
    const client = random.pick(buyers);
    const input = orderFor(offers);
    const seats = offers.map(({ airline, legId, seat }) => ({ airline, legId, seat }));
    const wanted = {
      what: 'buy',
      site: client.airline,
      key: input.idempotencyKey,
      seats,
      fresh: true,
    } as const;
    const errand = { intent: history.intend(wanted), client, procedure: 'booking.purchase', input };
    await ask(history, errand, { timeoutMs: demand.withinMs * 2 });
  }
}

/** Seats that the clients leave alone: the last of every leg. */
function untouchedSeats(legs: readonly LegOffers[]): Offer[] {
  return legs.flatMap(({ reserved }) => reserved);
}
