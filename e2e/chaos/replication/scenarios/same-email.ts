import assert from 'node:assert/strict';
import { waitUntil } from '@/scripts/wait-until';
import { waitForPeerState } from '../../../alliance/faults';
import { type AirlineCode, airlines, othersThan } from '../../../api/airlines';
import { type Account, newAccount, register, signInAt } from '../../../api/customers';
import type { BookingList } from '../../../api/wire';
import type { Stage } from '../../matrix/stage';
import { finalAttempt } from '../../purchase-attempt';
import { orderFor } from '../../seat-pool';
import { difference } from '../heads';
import { harmDone, linksOf, treatAll } from '../links';
import type { Scenario } from '../scenario';

const alone = 'boreal';
const answerMs = 20_000;
const healedMs = 15_000;

type Person = { account: Account; site: AirlineCode; recordLocator: string };

/** Opens an account and buys one seat of the site's own. */
async function registerAndBuy(stage: Stage, site: AirlineCode, account: Account): Promise<Person> {
  const client = await register(site, account);
  const bought = await finalAttempt(client, orderFor([stage.takeSeat(site)]), answerMs);
  assert.equal(bought.status, 'confirmed', `${site} does not sell its own seat: ${bought.reason}`);
  return { account, site, recordLocator: bought.recordLocator ?? '' };
}

/** Who has the e-mail address, as one airline sees it. */
async function holderAt({ databases }: Stage, airline: AirlineCode, email: string): Promise<string | null> {
  const [row] = await databases.of(airline)<{ id: string }[]>`
    select id from customers where email = ${email} and holds_email`;
  return row?.id ?? null;
}

async function tripsOf({ account }: Person, site: AirlineCode): Promise<string[]> {
  const client = await signInAt(site, account);
  const { bookings } = await client.ask<BookingList>('booking.list');
  return bookings.map(({ recordLocator }) => recordLocator);
}

/** Two people, or one twice, open accounts with one e-mail address on two sides of a cut. */
export const sameEmail: Scenario = {
  name: 'same-email',
  inShare: true,
  async play(stage) {
    const links = linksOf(stage.network, alone);
    treatAll(links, { kind: 'cut' });
    for (const peer of othersThan(alone)) await waitForPeerState(peer, alone, 'offline');
    const { email, name } = newAccount();
    const first = await registerAndBuy(stage, 'rumos', {
      email,
      name,
      password: 'a primeira frase comprida',
    });
    const second = await registerAndBuy(stage, alone, { email, name, password: 'a segunda frase comprida' });
    const [one, other] = [await holderAt(stage, 'giro', email), await holderAt(stage, alone, email)];
    assert.ok(one && other && one !== other, 'the two sides have one holder before the healing');
    const cut = await harmDone(links);

    const healedAt = Date.now();
    stage.network.heal();
    const agreed = await waitUntil(async () => (await difference(stage.databases)) === null, healedMs, 50);
    assert.ok(agreed, `no agreement: ${await difference(stage.databases)}`);
    const agreedMs = Date.now() - healedAt;
    const holders = await Promise.all(airlines.map((code) => holderAt(stage, code, email)));
    assert.deepEqual(new Set(holders), new Set([one]), 'the earlier account keeps the address everywhere');

    for (const site of airlines) {
      const trips = [...(await tripsOf(first, site)), ...(await tripsOf(second, site))];
      for (const { recordLocator } of [first, second])
        assert.ok(trips.includes(recordLocator), `${recordLocator} is lost at ${site}: ${trips}`);
    }
    return {
      proof: `${cut} requests cut; two holders before, one after`,
      facts: [`agreed in ${agreedMs} ms; both sign in at all three and have their trips`],
    };
  },
};
