import assert from 'node:assert/strict';
import { waitForPeerState } from '../../../alliance/faults';
import { finalAttempt, tryPurchase } from '../../purchase-attempt';
import { orderFor } from '../../seat-pool';
import { harmDone, linksBetween, treatAll } from '../links';
import { fareArrives, raiseFares, saleArrives } from '../news';
import type { Scenario } from '../scenario';

/** The third hears at its next pull, and so does who asks it: two intervals, and some for a busy machine. */
const deadlineMs = 10_000;
const answerMs = 20_000;

/** Rumos and Giro cannot speak to each other; both speak to Boreal. */
export const bridge: Scenario = {
  name: 'bridge',
  inShare: true,
  async play(stage) {
    const { network, databases } = stage;
    const links = linksBetween(network, 'rumos', 'giro');
    treatAll(links, { kind: 'cut' });
    await Promise.all([
      waitForPeerState('rumos', 'giro', 'offline'),
      waitForPeerState('giro', 'rumos', 'offline'),
    ]);

    const facts = [];
    for (const [from, to] of [['rumos', 'giro'] as const, ['giro', 'rumos'] as const]) {
      const fare = await raiseFares(databases, from, { count: 1 });
      const fareMs = await fareArrives(databases, fare, { at: to, since: Date.now(), deadlineMs });
      const offer = stage.takeSeat(from);
      const sold = await finalAttempt(stage.clientAt(from), orderFor([offer]), answerMs);
      assert.equal(sold.status, 'confirmed', `${from} does not sell its own seat: ${sold.reason}`);
      const saleMs = await saleArrives(databases, offer, { at: to, since: Date.now(), deadlineMs });
      facts.push(`${from} to ${to}: a fare in ${fareMs} ms, a sale in ${saleMs} ms`);
    }

    const wanted = stage.takeSeat('rumos');
    const told = await tryPurchase(stage.clientAt('giro'), orderFor([wanted]));
    assert.deepEqual([told.status, told.reason], ['refused', 'AIRLINE_OFFLINE']);
    const { legId, seat } = wanted;
    const claims = await databases.of('rumos')`
      select state from seat_claims where leg_id = ${legId} and seat = ${seat}`;
    assert.deepEqual([...claims], [], 'a refused purchase left a claim');
    facts.push('a purchase between the two: AIRLINE_OFFLINE, nothing held');
    return { proof: `${await harmDone(links)} requests cut`, facts };
  },
};
