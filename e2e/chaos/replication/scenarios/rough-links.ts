import { setTimeout as pause } from 'node:timers/promises';
import { airlines } from '../../../api/airlines';
import { newAccount, register } from '../../../api/customers';
import type { Stage } from '../../matrix/stage';
import { describeTreatment, type Treatment } from '../../network/treatment';
import { tryPurchase } from '../../purchase-attempt';
import { orderFor } from '../../seat-pool';
import { flap, harmDone, linksBetween, treatAll } from '../links';
import { raiseFares } from '../news';
import type { Scenario } from '../scenario';

const roughMs = 6_000;

/** Fares, sales and accounts at all three for a while; what becomes of the purchases does not matter here. */
async function keepWriting(stage: Stage, durationMs: number): Promise<number> {
  const end = Date.now() + durationMs;
  let round = 0;
  while (Date.now() < end) {
    for (const code of airlines) await raiseFares(stage.databases, code, { count: 40, skip: round * 40 });
    const offers = airlines.map((code) => stage.takeSeat(code));
    await tryPurchase(stage.clientAt(airlines[round % 3] ?? 'rumos'), orderFor(offers));
    if (round % 2 === 0) await register(airlines[round % 3] ?? 'rumos', newAccount());
    round += 1;
    await pause(100);
  }
  return round;
}

function everywhere(name: string, treatment: Treatment, inShare = false): Scenario {
  return {
    name,
    inShare,
    async play(stage) {
      treatAll(stage.network.links, treatment);
      const rounds = await keepWriting(stage, roughMs);
      const harmed = await harmDone(stage.network.links);
      return {
        proof: `${harmed} requests: ${describeTreatment(treatment)}`,
        facts: [`${rounds} rounds of fares, sales and accounts at all three`],
      };
    },
  };
}

/** Two airlines lose each other and find each other again, faster than either notices. */
const flapping: Scenario = {
  name: 'flapping',
  inShare: false,
  async play(stage) {
    const links = linksBetween(stage.network, 'rumos', 'giro');
    const during = keepWriting(stage, roughMs);
    const { times, harmed } = await flap(links, { downMs: 700, upMs: 500, during });
    if (harmed === 0) throw new Error('no request met the fault');
    return {
      proof: `${harmed} requests cut in ${times} cuts`,
      facts: [`${await during} rounds of fares, sales and accounts at all three`],
    };
  },
};

export const roughLinks: Scenario[] = [
  flapping,
  everywhere('lossy', { kind: 'lossy', share: 0.3 }),
  // The second arrives when the next batches are long there: an old batch again, and out of order.
  everywhere('duplicated', { kind: 'duplicate', times: 3, pauseMs: 700 }, true),
  everywhere('answers-lost', { kind: 'answer-lost' }),
  everywhere('truncated', { kind: 'truncated' }),
  everywhere('slow', { kind: 'slow', delayMs: 400 }),
];
