import { harmDone, treatAll } from '../links';
import { fareArrives, raiseFares } from '../news';
import type { Scenario } from '../scenario';

const deadlineMs = 10_000;

/** Requests go from Giro to Rumos and not back; then only the other way. Answers come on the request's own way. */
export const oneWay: Scenario = {
  name: 'one-way',
  inShare: false,
  async play({ network, databases }) {
    const facts: string[] = [];
    let cut = 0;
    for (const [from, to] of [['rumos', 'giro'] as const, ['giro', 'rumos'] as const]) {
      const link = network.link(from, to);
      link.treat({ kind: 'cut' });
      for (const [teller, hearer] of [[from, to] as const, [to, from] as const]) {
        const fare = await raiseFares(databases, teller, { count: 1 });
        const ms = await fareArrives(databases, fare, { at: hearer, since: Date.now(), deadlineMs });
        facts.push(`no requests ${from} to ${to}: ${teller}'s fare is at ${hearer} in ${ms} ms`);
      }
      cut += await harmDone([link]);
      treatAll([link], { kind: 'pass' });
    }
    return { proof: `${cut} requests cut`, facts };
  },
};
