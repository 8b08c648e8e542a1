import type { Incarnation } from './incarnation';
import { simulated, simulatedLog } from './simulated-log';
import type { SimulatedTx } from './simulated-tx';
import type { Claim } from './store';

/** As the job in production. */
const everyMs = 5_000;

/** Frees the seats whose hold has ended, every few seconds for as long as this process lives. */
export function sweepHolds(owner: Incarnation): void {
  const { inTx } = simulatedLog(owner);
  const sweep = async () => {
    try {
      if (endedHolds(owner).length > 0) await inTx((tx) => freeEndedHolds(owner, simulated(tx)));
    } catch {
      // The next round comes.
    }
    owner.after(everyMs, sweep);
  };
  owner.after(owner.site.simulation.random.between(0, everyMs), sweep);
}

async function freeEndedHolds(owner: Incarnation, tx: SimulatedTx): Promise<void> {
  for (const seat of endedHolds(owner)) {
    await tx.lock(`seat ${seat}`);
    if (endedHolds(owner).includes(seat)) tx.write('claim', seat, null);
  }
}

function endedHolds({ site }: Incarnation): string[] {
  const claims = [...site.store.tables.claim];
  return claims.filter(([, claim]) => isEndedHold(claim, site.now())).map(([seat]) => seat);
}

function isEndedHold({ state, until }: Claim, now: Date): boolean {
  return state === 'held' && until !== undefined && until <= now;
}
