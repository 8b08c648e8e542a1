import assert from 'node:assert/strict';
import { waitForPeerState } from '../../../alliance/faults';
import { othersThan } from '../../../api/airlines';
import { newAccount, register, signInAt } from '../../../api/customers';
import { finalAttempt } from '../../purchase-attempt';
import { orderFor } from '../../seat-pool';
import { seqOf } from '../heads';
import { harmDone, linksOf, treatAll } from '../links';
import { raiseFares } from '../news';
import type { Scenario } from '../scenario';

const alone = 'boreal';
const answerMs = 20_000;

/** One airline hears and says nothing; both sides go on selling, pricing and opening accounts. */
export const isolation: Scenario = {
  name: 'isolation',
  inShare: false,
  async play(stage) {
    const { network, databases } = stage;
    const links = linksOf(network, alone);
    treatAll(links, { kind: 'cut' });
    for (const peer of othersThan(alone)) await waitForPeerState(peer, alone, 'offline');
    for (const code of [alone, 'rumos'] as const) {
      await raiseFares(databases, code, { count: 300 });
      const own = await finalAttempt(stage.clientAt(code), orderFor([stage.takeSeat(code)]), answerMs);
      assert.equal(own.status, 'confirmed', `${code} does not sell its own seat: ${own.reason}`);
      const account = newAccount();
      await register(code, account);
      if (code === 'rumos') await signInAt('giro', account);
    }
    const known = await seqOf(databases, 'giro', alone);
    const written = await seqOf(databases, alone);
    assert.ok(written > known, `${alone} is at ${written}, and giro knows ${known}`);
    return {
      proof: `${await harmDone(links)} requests cut`,
      facts: [`${written - known} entries of ${alone} waited`],
    };
  },
};
