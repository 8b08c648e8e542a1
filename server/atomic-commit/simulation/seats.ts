import type { AirlineCode } from '../../domain/airline-code';
import { Refusal } from '../../errors';
import type { Vote } from '../events';
import { placeThatWaits } from '../place';
import type { GlobalTransaction } from '../transaction';
import { Contested, type Work } from '../work';
import type { Incarnation } from './incarnation';
import { simulated } from './simulated-log';
import type { SimulatedTx } from './simulated-tx';

/** What the manifests of a simulation say: whose purchase it is and which seats it wants at each airline. */
export type Wish = {
  customer: string;
  seats: Partial<Record<AirlineCode, string[]>>;
  unknownAt?: AirlineCode;
};

/** A waiting request looks again this often even if nobody wakes it. */
const lookAgainMs = 100;

export function wishOf({ manifest }: GlobalTransaction): Wish {
  return (manifest?.work ?? { customer: '', seats: {} }) as Wish;
}

/** The inventory of one airline: seats with names, taken one after the other in the tx that stores the row. */
export function seatWork(owner: Incarnation): Work {
  const { code, simulation } = owner.site;
  return {
    async check(transaction) {
      if (wishOf(transaction).unknownAt === code) throw new Refusal('LEG_UNKNOWN', { airline: code });
    },
    lineUp: () =>
      placeThatWaits((timeoutMs) =>
        owner.promise((resolve) => {
          const wake = () => {
            owner.waiting.delete(wake);
            resolve();
          };
          owner.waiting.add(wake);
          owner.after(Math.min(timeoutMs, lookAgainMs), wake);
        }),
      ),
    async prepare(tx, transaction) {
      for (const seat of wishOf(transaction).seats[code] ?? []) {
        const refused = await claim(simulated(tx), seat, transaction);
        if (refused) return refused;
      }
      return { kind: 'yes' };
    },
    commit: async (tx, transaction) => settle(simulated(tx), owner, transaction),
    abort: async (tx, transaction) => settle(simulated(tx), owner, transaction),
    receipt: async ({ id }) => ({ locator: `${code} ${id}` }),
    keepReceipt: async (_tx, { id }, { from }) =>
      simulation.chronicle.note(code, 'keeps receipt', () => `${id} of ${from}`),
    afterDecision: () => {
      for (const wake of [...owner.waiting]) wake();
    },
  };
}

async function claim(tx: SimulatedTx, seat: string, transaction: GlobalTransaction): Promise<Vote | null> {
  await tx.lock(`seat ${seat}`);
  const taken = tx.read('claim', seat);
  if (taken?.by === transaction.id && taken.state === 'prepared') return null;
  if (taken?.state === 'prepared') throw new Contested('leg', seat);
  const isOwnHold = taken?.state === 'held' && taken.by === wishOf(transaction).customer;
  if (taken && !isOwnHold) return { kind: 'no', refusal: { code: 'SEAT_TAKEN', seat } };
  tx.write('claim', seat, { state: 'prepared', by: transaction.id });
  return null;
}

/** Prepared becomes sold or free, as the row has been decided. */
function settle(tx: SimulatedTx, { site }: Incarnation, transaction: GlobalTransaction): void {
  const { id, decision } = transaction;
  for (const seat of wishOf(transaction).seats[site.code] ?? []) {
    const taken = tx.read('claim', seat);
    if (taken?.by !== id || taken.state !== 'prepared') continue;
    tx.write('claim', seat, decision === 'commit' ? { state: 'sold', by: id } : null);
  }
}
