import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type AirlineCode, airlines } from '../../api/airlines';
import { newAccount, register, signInAt } from '../../api/customers';
import type { SiteClient } from '../../api/site-client';
import type { CancelQuote } from '../../api/wire';
import type { Attempt } from '../purchase-attempt';
import type { Random } from '../random';
import { type LegOffers, type Offer, orderFor } from '../seat-pool';
import { ask, type Errand, isFinal } from './ask';
import type { HistoryFile } from './history-file';

export type ClientParts = {
  random: Random;
  history: HistoryFile;
  legsOf: Map<AirlineCode, LegOffers[]>;
  stopping: AbortSignal;
};

/** A person buys, holds, cancels, clicks twice, walks away and comes back. */
export type SoakClient = {
  /** Goes on until `stopping`. */
  live(): Promise<void>;
  /** Repeats what has no final answer; true when everything has one. */
  settle(): Promise<boolean>;
};

/** Some people do not wait; a frozen site answers nobody. */
const patienceMs = 6_000;

/** Share of the wishes that go to one leg of each airline, where people meet. */
const rushShare = 0.25;

/** Opens an account and signs in at all three sites; all must be there. */
export async function createClient(parts: ClientParts): Promise<SoakClient> {
  const { random, history, stopping } = parts;
  const sites = await signInEverywhere();
  const unfinished = new Set<Errand>();
  const booked: { recordLocator: string; site: AirlineCode }[] = [];

  async function send(errand: Errand): Promise<Attempt> {
    unfinished.add(errand);
    const first = await askAsPeopleDo(errand, parts);
    finish(errand, first);
    return first;
  }

  function finish(errand: Errand, answer: Attempt): void {
    if (!isFinal(answer)) return;
    unfinished.delete(errand);
    if (errand.intent.what === 'cancel' || answer.status !== 'confirmed' || !answer.recordLocator) return;
    booked.push({ recordLocator: answer.recordLocator, site: errand.intent.site });
  }

  async function buy(): Promise<void> {
    const site = random.pick(airlines);
    const offers = chooseSeats(parts);
    const order = orderFor(offers);
    const client = sites(site);
    const bookingDraftId = random.chance(0.3) ? await hold(client, offers, randomUUID()) : null;
    if (bookingDraftId && random.chance(0.2)) return;
    const seats = offers.map(({ airline, legId, seat }) => ({ airline, legId, seat }));
    const intent = history.intend({ what: 'buy', site, key: order.idempotencyKey, seats });
    const input = bookingDraftId ? { ...order, bookingDraftId } : order;
    await send({ intent, client, procedure: 'booking.purchase', input });
  }

  async function cancel(): Promise<void> {
    const [booking] = booked.splice(random.index(booked.length), 1);
    if (!booking) return;
    const { recordLocator, site } = booking;
    const client = sites(site);
    const quote = await client
      .askAnyway<CancelQuote>('booking.cancelQuote', { recordLocator })
      .catch(() => null);
    if (!quote?.data) return void booked.push(booking);
    const key = randomUUID();
    const input = { recordLocator, idempotencyKey: key, quotedRefundCents: quote.data.refundCents };
    const intent = history.intend({ what: 'cancel', site, key, recordLocator });
    await send({ intent, client, procedure: 'booking.cancel', input });
  }

  /** The same key at another moment. */
  async function askAgain(): Promise<void> {
    const [errand] = random.shuffled([...unfinished]);
    if (errand) finish(errand, await ask(history, errand, { timeoutMs: patienceMs }));
  }

  return {
    async live() {
      while (!stopping.aborted) {
        if (unfinished.size > 0 && random.chance(0.3)) await askAgain();
        else if (booked.length > 0 && random.chance(0.3)) await cancel();
        else await buy();
        await pause(random.index(150));
      }
    },
    async settle() {
      for (const errand of [...unfinished])
        finish(errand, await ask(history, errand, { timeoutMs: patienceMs * 2 }));
      return unfinished.size === 0;
    },
  };
}

async function signInEverywhere(): Promise<(site: AirlineCode) => SiteClient> {
  const account = newAccount();
  const [home, ...others] = airlines;
  const clients = new Map<AirlineCode, SiteClient>([[home, await register(home, account)]]);
  for (const site of others) clients.set(site, await signInAt(site, account));
  return (site) => {
    const client = clients.get(site);
    if (!client) throw new Error(`not signed in at ${site}`);
    return client;
  };
}

/** One seat each at one, two or three airlines. */
function chooseSeats({ random, legsOf }: ClientParts): Offer[] {
  const count = random.pick([1, 2, 2, 3, 3]);
  const sellers = new Set(random.shuffled(airlines).slice(0, count));
  const isRush = random.chance(rushShare);
  return airlines
    .filter((code) => sellers.has(code))
    .map((code) => {
      const legs = legsOf.get(code) ?? [];
      return random.pick(isRush ? (legs[0]?.offers ?? []) : random.pick(legs).offers);
    });
}

/** Holds the seats as the seat map does; the draft's id when that went well. */
async function hold(
  client: SiteClient,
  offers: readonly Offer[],
  bookingDraftId: string,
): Promise<string | null> {
  const holds = offers.map(({ legId, seat }) =>
    client.tellAnyway('inventory.hold', { legId, seats: [seat], bookingDraftId }).catch(() => null),
  );
  const held = (await Promise.all(holds)).every((answer) => answer?.status === 200);
  return held ? bookingDraftId : null;
}

/** Mostly once; sometimes with a double click, sometimes without waiting for the answer. */
async function askAsPeopleDo(errand: Errand, { random, history }: ClientParts): Promise<Attempt> {
  const way = random.fraction();
  if (way < 0.15) {
    const clicks = [0, 1].map(() => ask(history, errand, { timeoutMs: patienceMs }));
    const [one, other] = (await Promise.all(clicks)) as [Attempt, Attempt];
    return isFinal(one) ? one : other;
  }
  if (way < 0.3) {
    const signal = AbortSignal.timeout(5 + random.index(120));
    return ask(history, errand, { timeoutMs: patienceMs, signal });
  }
  return ask(history, errand, { timeoutMs: patienceMs });
}
